import { auditAnswer } from '../audit/audit-answer.js';
import { AuditEvents } from '../audit/audit-events.service.js';
import { auditFilter, type AuditFilterOptions } from './audit-filter.js';
import { printJson, printNote, printTable } from './output.js';
import { withServices } from './with-database.js';

export interface ListAuditOptions extends AuditFilterOptions {
  readonly limit: number;
  readonly json?: true;
}

/** `doorward audit list` */
export async function listAudit({ limit, json, ...options }: ListAuditOptions): Promise<void> {
  const { rows } = await withServices('read', (services) =>
    services.get(AuditEvents).page(auditFilter(options), limit),
  );
  if (json) return printJson(rows.map(auditAnswer));
  if (rows.length === 0) return printNote('There is no such event.');
  printTable(
    ['TIME', 'ACTION', 'OUTCOME', 'BY', 'ON', 'FROM'],
    rows.map(({ occurredAt, action, outcome, reason, actorType, actorId, targetType, targetId, address }) => [
      occurredAt.toISOString(),
      action,
      reason ?? outcome,
      [actorType, actorId].filter(Boolean).join(' '),
      [targetType, targetId].filter(Boolean).join(' '),
      address ?? '',
    ]),
  );
}
