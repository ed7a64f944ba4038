import { ImportFileError, ImportFiles, type FileRefusal } from '../import/import-files.service.js';
import { ImportModule } from '../import/import.module.js';
import type { ImportFormat, UserImport } from '../import/user-import.entity.js';
import { UserImports } from '../import/user-imports.service.js';
import { CommandFailure, EXIT, usageFailure } from './command-failure.js';
import { printJson, printLines, printNote, printTable } from './output.js';
import { ProgressBar } from './progress-bar.js';
import { fileFailure } from './text-file.js';
import { type Services, withServices } from './with-database.js';

/** Errors shown to people; `--json` has them all. */
const SHOWN_ERRORS = 20;
const PAGE = 1_000;

const REFUSALS: Readonly<Record<FileRefusal, string>> = {
  no_file: 'This is no file: a folder, a pipe or a device. Write what is to be imported into a file first.',
  too_large: 'The file is larger than 2 GiB: split it.',
  begun_before: 'This file was begun before and not finished: add --resume to go on behind the last row.',
  nothing_to_resume:
    'No run of this file waits to be finished: leave --resume out, or look whether the file has changed.',
  under_way: 'Another process works on this file, or did a moment ago: try again in 30 seconds.',
};

export interface ImportUsersOptions {
  readonly format?: ImportFormat;
  readonly dryRun?: true;
  readonly resume?: true;
  readonly json?: true;
}

interface ShownError {
  readonly row: number;
  readonly field: string | null;
  readonly message: string;
}

/**
 * `doorward user import`: with a bar on a terminal. Ctrl-C stops behind the rows that are made; `--resume` goes on there.
 * @throws CommandFailure when the file cannot be used, is faulty, or rows are refused
 */
export async function importUsers(path: string, options: ImportUsersOptions): Promise<void> {
  const format = options.format ?? formatOf(path);
  await withServices(
    'write',
    async (services) => {
      const order = { path, format, isDryRun: options.dryRun === true, isResumed: options.resume === true };
      const { of, isOver } = await worked(services.get(ImportFiles), order);
      const errors = await errorsOf(services, of, options.json === true ? Infinity : SHOWN_ERRORS);
      if (options.json) printJson(summary(of, errors));
      else show(of, errors);
      if (!isOver) throw new CommandFailure(['Stopped. Go on with --resume.'], EXIT.interrupted);
      if (of.failure !== null) throw new CommandFailure([of.failure]);
      if (of.refused > 0) throw new CommandFailure([`${of.refused} rows were refused.`]);
    },
    [ImportModule],
  );
}

/** @throws CommandFailure */
function formatOf(path: string): ImportFormat {
  if (/\.csv$/i.test(path)) return 'csv';
  if (/\.(?:json|jsonl|ndjson)$/i.test(path)) return 'json';
  throw usageFailure('The name of the file does not say what is in it: give --format csv or --format json.');
}

async function worked(files: ImportFiles, order: Parameters<ImportFiles['open']>[0]) {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const claimed = await files.open(order);
    const bar = new ProgressBar(claimed.bytes);
    const end = await files.run(claimed, order.path, {
      signal: stopping.signal,
      onProgress: ({ bytesDone, imported, refused }) =>
        bar.show(bytesDone, `${imported} ${order.isDryRun ? 'good' : 'imported'}, ${refused} refused`),
    });
    bar.end();
    const of = await files.find(claimed.id);
    if (end === 'lost' || of === null) throw new CommandFailure(['Another process took over, or removed the import.']);
    return { of, isOver: end === 'over' };
  } catch (cause) {
    throw explained(cause);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function explained(cause: unknown): unknown {
  if (cause instanceof ImportFileError) return new CommandFailure([REFUSALS[cause.refusal]], undefined, { cause });
  const { code, path } = cause as NodeJS.ErrnoException;
  return path === undefined ? cause : fileFailure(path, code);
}

async function errorsOf(services: Services, of: UserImport, most: number): Promise<ShownError[]> {
  const errors: ShownError[] = [];
  for (let after; errors.length < most;) {
    const page = await services.get(UserImports).errorsOf(of, Math.min(PAGE, most), after);
    errors.push(...page.rows.map(({ row, field, message }) => ({ row, field, message })));
    if (page.next === undefined) break;
    after = page.next;
  }
  return errors;
}

function summary(of: UserImport, errors: readonly ShownError[]): object {
  const { id, state, isDryRun: dry_run, imported, refused, lastRow: last_row, failure } = of;
  return { id, state, dry_run, imported, refused, last_row, failure, sha256: of.digest?.toString('hex'), errors };
}

function show({ isDryRun, imported, refused }: UserImport, errors: readonly ShownError[]): void {
  printLines(isDryRun ? `${imported} users would be imported.` : `${imported} users were imported.`);
  if (errors.length === 0) return;
  printTable(
    ['ROW', 'FIELD', 'WHY NOT'],
    errors.map(({ row, field, message }) => [String(row), field ?? '', message]),
  );
  if (refused > errors.length) printNote(`The first ${errors.length} errors of ${refused} rows; --json prints all.`);
}
