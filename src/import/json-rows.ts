import { isObject } from '../protocol/json-value.js';
import { parseUniqueJson } from '../protocol/unique-json.js';
import { type Chunks, MAX_ROW_BYTES, SourceFault, type SourceRow } from './source-row.js';
import { arrayElements, BLANKS, lines, OPEN_BRACKET, type Piece } from './pieces.js';

/** A user is a flat object. */
const MAX_DEPTH = 2;
const ONE_OBJECT =
  'The file is one object: an array of users is needed, [{"username": …}, …], or one user on each line. Take the array out of it.';
/** How one object begins that stands on several lines, or holds others, as exports of whole realms do. */
const OPENED = /^[\s\uFEFF]*\{\s*(?:"[^"]*"\s*:\s*\[\s*(?:\{|$)|$)/;
const BLANK = /^[\s\uFEFF]*$/;

/**
 * The objects of a JSON array, or one on each line (JSON lines). Of lines, a faulty one is skipped; in an array, one whose
 * brackets are closed.
 * @throws SourceFault
 */
export async function* jsonRows(chunks: Chunks): AsyncGenerator<SourceRow> {
  const { isArray, all } = await peeked(chunks);
  let isFirst = !isArray;
  for await (const piece of isArray ? arrayElements(all) : lines(all)) {
    if (isFirst && piece.text !== undefined && OPENED.test(piece.text)) throw new SourceFault(ONE_OBJECT);
    const row = rowOf(piece);
    if (row === undefined) continue;
    isFirst = false;
    yield row;
  }
}

function rowOf({ number, bytes, text }: Piece): SourceRow | undefined {
  if (text === undefined) return { number, bytes, fault: `The row has more than ${MAX_ROW_BYTES} bytes.` };
  if (BLANK.test(text)) return undefined;
  try {
    const value = parseUniqueJson(text.replace(/^\uFEFF/, ''), MAX_DEPTH);
    if (!isObject(value)) return { number, bytes, fault: 'An object is needed.' };
    // What is null is absent.
    const given = Object.entries(value).filter(([, member]) => member !== null);
    return { number, bytes, values: Object.fromEntries(given) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { number, bytes, fault: 'This is no well-formed JSON object, or it is nested, or names a member twice.' };
  }
}

/** Where the first value begins, without losing anything. @throws SourceFault */
async function peeked(chunks: Chunks): Promise<{ isArray: boolean; all: Chunks }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const seen: Buffer[] = [];
  for (let length = 0; length <= MAX_ROW_BYTES; length += seen.at(-1)?.length ?? 0) {
    const { value, done } = await iterator.next();
    if (done === true) throw new SourceFault('The file is empty.');
    seen.push(value);
    const first = value.find((byte) => !BLANKS.has(byte));
    if (first !== undefined) return { isArray: first === OPEN_BRACKET, all: resumed(seen, iterator) };
  }
  throw new SourceFault('The file begins with nothing but blanks.');
}

async function* resumed(seen: readonly Buffer[], iterator: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* seen;
    yield* { [Symbol.asyncIterator]: () => iterator };
  } finally {
    await iterator.return?.();
  }
}
