import { setImmediate as otherWork } from 'node:timers/promises';
import { type CsvError, parse, type Parser } from 'csv-parse';
import { IMPORT_FIELDS } from '../users/imported-user.dto.js';
import { meantField } from './known-field.js';
import { type Chunks, MAX_ROW_BYTES, SourceFault, type SourceRow } from './source-row.js';

/** Parsed without a look at what else the process has to do. */
const SLICE_BYTES = 8 * 1024;
/** What spreadsheets put between columns where a comma is part of a number. */
const SEPARATORS = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
] as const;
const REQUIRED = ['username', 'email'];

/** What of csv-parse's errors people can do something about. */
const SENTENCES: Partial<Record<CsvError['code'], string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quoted value has no end',
  CSV_INVALID_CLOSING_QUOTE: 'after a closing quote something else than a comma follows',
  INVALID_OPENING_QUOTE: 'a quote stands inside a value that is not quoted',
  CSV_MAX_RECORD_SIZE: `a row has more than ${MAX_ROW_BYTES} bytes`,
};

interface Parsed {
  readonly record: readonly string[];
  /** Empty lines above it. */
  readonly emptyLines: number;
  readonly bytes: number;
}

/**
 * The rows of a CSV file (RFC 4180) whose first row names the columns. Empty cells are absent values, empty lines are
 * skipped but counted.
 * @throws SourceFault
 */
export async function* csvRows(chunks: Chunks): AsyncGenerator<SourceRow> {
  let [header, number, count]: [readonly string[] | undefined, number, number] = [undefined, 0, 0];
  try {
    for await (const { record, bytes, emptyLines } of records(chunks)) {
      count += 1;
      number = count + emptyLines;
      if (header === undefined) header = checkedHeader(record);
      else yield { number, bytes, ...cells(header, record) };
    }
  } catch (cause) {
    throw explained(cause, number + 1);
  }
  if (header === undefined) throw new SourceFault('The file is empty: its first row must name the columns.');
}

/** The stream forgets what it has read when it meets an error, so records are taken from it as they are found. */
async function* records(chunks: Chunks): AsyncGenerator<Parsed> {
  const found: Parsed[] = [];
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_BYTES,
    on_record: (record: readonly string[], { bytes, empty_lines: emptyLines }) => {
      found.push({ record, bytes, emptyLines });
      return null;
    },
  });
  // Said by the callback of the write as well.
  parser.on('error', () => undefined).resume();
  for await (const chunk of sliced(chunks)) {
    const failure = await written(parser, chunk);
    yield* found.splice(0);
    if (failure !== undefined) throw failure;
  }
  const failure = await ended(parser);
  yield* found.splice(0);
  if (failure !== undefined) throw failure;
}

/** A row of the wrong length is slow to parse: nothing else must wait for thousands of them. */
async function* sliced(chunks: Chunks): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += SLICE_BYTES) {
      yield chunk.subarray(start, start + SLICE_BYTES);
      await otherWork();
    }
  }
}

function written(parser: Parser, chunk: Buffer): Promise<unknown> {
  return new Promise((resolve) => parser.write(chunk, (error) => resolve(error ?? undefined)));
}

function ended(parser: Parser): Promise<unknown> {
  return new Promise((resolve) => {
    parser.once('error', resolve);
    parser.end(() => resolve(undefined));
  });
}

/** @throws SourceFault */
function checkedHeader(record: readonly string[]): readonly string[] {
  const names = record.map((name) => name.trim());
  const unknown = names.findIndex((name) => !(IMPORT_FIELDS as readonly string[]).includes(name));
  if (unknown >= 0) throw new SourceFault(unknownColumn(unknown + 1, names[unknown] ?? ''));
  const missing = REQUIRED.find((name) => !names.includes(name));
  if (missing !== undefined) throw new SourceFault(`There is no column '${missing}' in the first row.`);
  if (new Set(names).size < names.length) throw new SourceFault('The first row names a column twice.');
  return names;
}

/** Says nothing of the name: of a file without a header it is a value. */
function unknownColumn(position: number, name: string): string {
  const separator = SEPARATORS.find(([character]) => name.includes(character))?.[1];
  if (separator !== undefined) {
    return `The first row is separated by ${separator}: save the file with commas between the columns ("CSV UTF-8").`;
  }
  const meant = meantField(name);
  const hint = meant === undefined ? '' : ` Is it '${meant}'?`;
  return `The first row must name the columns, and the name of column ${position} is not known.${hint}`;
}

function cells(header: readonly string[], record: readonly string[]): Pick<SourceRow, 'values' | 'fault'> {
  if (record.length !== header.length) {
    return { fault: `The row has ${record.length} values, the first row names ${header.length} columns.` };
  }
  const given = header.map((name, index) => [name, record[index]] as const).filter(([, cell]) => cell !== '');
  return { values: Object.fromEntries(given.map(([name, cell]) => [name, asWritten(name, cell)])) };
}

/** A table has only texts. */
function asWritten(name: string, cell: string | undefined): unknown {
  if (name !== 'email_verified') return cell;
  const word = cell?.trim().toLowerCase() ?? '';
  if (['true', '1', 'yes'].includes(word)) return true;
  return ['false', '0', 'no'].includes(word) ? false : cell;
}

function explained(cause: unknown, row: number): unknown {
  const { code } = cause as { code?: CsvError['code'] };
  if (code === undefined || !(cause instanceof Error) || cause instanceof SourceFault) return cause;
  const sentence = SENTENCES[code];
  if (sentence === undefined) return cause;
  return new SourceFault(`Row ${row} cannot be read, nor what follows it: ${sentence}.`, { cause });
}
