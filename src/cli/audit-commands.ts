import { type Command, InvalidArgumentError, Option } from 'commander';
import { AUDIT_ACTIONS } from '../audit/audit-actions.js';
import { DATE_TIME_ADVICE, parseDayOrDateTime } from '../protocol/date-time.js';
import type { AuditFilterOptions } from './audit-filter.js';
import type { ListAuditOptions } from './list-audit.js';
import type { VerifyAuditOptions } from './verify-audit.js';
import { addExamples, jsonOption, limitOption } from './options.js';

/** Adds `audit list`, `audit export` and `audit verify`. */
export function addAuditCommands(program: Command): void {
  const audit = program.command('audit').description('read and verify the audit log').helpCommand(false);
  addExamples(
    filtered(audit.command('list').description('list who did what, the newest first'))
      .addOption(limitOption())
      .addOption(jsonOption())
      .action(async (options: ListAuditOptions) => (await import('./list-audit.js')).listAudit(options)),
    'doorward audit list --action login.failed --since 2026-11-01',
    'doorward audit list --target 019ab4c2-7d1e-7c3f-9a51-0c1b2d3e4f50 --json',
  );
  addExamples(
    filtered(audit.command('export').description('print every event as a line of JSON, the oldest first')).action(
      async (options: AuditFilterOptions) => (await import('./export-audit.js')).exportAudit(options),
    ),
    'doorward audit export --since 2026-11-01 > november.jsonl',
  );
  addExamples(
    audit
      .command('verify')
      .description('look for events that were changed or removed; the exit code is 1 when there are any')
      .option('--against <file>', 'hold an earlier export against it as well')
      .addOption(jsonOption())
      .action(async (options: VerifyAuditOptions) => (await import('./verify-audit.js')).verifyAudit(options)),
    'doorward audit verify',
    'doorward audit verify --against november.jsonl',
  );
}

function filtered(command: Command): Command {
  return command
    .addOption(new Option('--action <action>', 'only this').choices(AUDIT_ACTIONS))
    .addOption(new Option('--outcome <outcome>', 'only what succeeded, or failed').choices(['success', 'failure']))
    .option('--actor <id>', 'only what this user, app or operator did')
    .option('--request <id>', 'only what this request did, as an error page tells it')
    .option('--target <id>', 'only what was done to this user, app, session, grant or key')
    .addOption(
      new Option('--since <time>', 'from this time on (RFC 3339); a day alone means midnight UTC').argParser(parseTime),
    )
    .addOption(
      new Option('--until <time>', 'before this time (RFC 3339); a day alone means midnight UTC').argParser(parseTime),
    );
}

function parseTime(text: string): Date {
  const time = parseDayOrDateTime(text);
  if (time === undefined) throw new InvalidArgumentError(`${DATE_TIME_ADVICE} A day alone means midnight UTC.`);
  return time;
}
