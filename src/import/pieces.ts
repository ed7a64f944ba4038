import { type Chunks, MAX_ROW_BYTES, SourceFault } from './source-row.js';

/** A part of a file that holds one value. */
export interface Piece {
  /** From 1. */
  readonly number: number;
  /** Bytes of the file up to its end. */
  readonly bytes: number;
  /** Undefined when it is too long. */
  readonly text: string | undefined;
}

const [NEW_LINE, QUOTE, BACKSLASH] = [0x0a, 0x22, 0x5c];
const [OPEN_BRACE, CLOSE_BRACE, CLOSE_BRACKET, COMMA] = [0x7b, 0x7d, 0x5d, 0x2c];
export const OPEN_BRACKET = 0x5b;
/** Blanks of JSON, and the bytes of a byte order mark. */
export const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

const DEPTH_OF: ReadonlyMap<number, number> = new Map([
  [OPEN_BRACE, 1],
  [OPEN_BRACKET, 1],
  [CLOSE_BRACE, -1],
  [CLOSE_BRACKET, -1],
]);
/** What stands around an element. */
const ENDS: ReadonlySet<number> = new Set([COMMA, OPEN_BRACKET, CLOSE_BRACKET]);

/** The bytes of the piece that is being read, no more of them than it may have. */
class Collected {
  private readonly bytes: number[] = [];
  private length = 0;

  add(byte: number): void {
    this.length += 1;
    if (this.length <= MAX_ROW_BYTES) this.bytes.push(byte);
  }

  /** The text, and from here on the next one. */
  take(): string | undefined {
    const text = this.length > MAX_ROW_BYTES ? undefined : Buffer.from(this.bytes).toString('utf8');
    this.bytes.length = 0;
    this.length = 0;
    return text;
  }
}

/** The lines of a text. Empty ones are counted. */
export async function* lines(chunks: Chunks): AsyncGenerator<Piece> {
  const line = new Collected();
  let [bytes, number] = [0, 1];
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      bytes += 1;
      if (byte !== NEW_LINE) line.add(byte);
      else {
        yield { number, bytes, text: line.take() };
        number += 1;
      }
    }
  }
  yield { number, bytes, text: line.take() };
}

/** Tells the elements of an array apart by brackets, commas and quotes alone. */
class ArrayReader {
  private readonly element = new Collected();
  /** 0 outside the array, 1 between its elements. */
  private depth = 0;
  private isInString = false;
  private isEscaped = false;
  private isEmpty = true;
  number = 1;
  isOver = false;

  /** @returns the element that ends with this byte. @throws SourceFault */
  take(byte: number): Pick<Piece, 'number' | 'text'> | undefined {
    const isInside = this.isInside();
    if (!isInside && BLANKS.has(byte)) return undefined;
    if (this.isOver) throw new SourceFault('Something follows the end of the array.');
    this.move(byte);
    if (isInside || this.isInside() || !ENDS.has(byte)) {
      this.element.add(byte);
      this.isEmpty = false;
    } else if (byte === COMMA || this.isOver) return this.ended(byte);
    return undefined;
  }

  private isInside(): boolean {
    return this.depth > 1 || this.isInString;
  }

  private ended(byte: number): Pick<Piece, 'number' | 'text'> | undefined {
    const piece = { number: this.number, text: this.element.take() };
    const isNothing = this.isEmpty && byte !== COMMA;
    this.number += 1;
    this.isEmpty = true;
    return isNothing ? undefined : piece;
  }

  private move(byte: number): void {
    if (this.isInString) {
      if (!this.isEscaped && byte === QUOTE) this.isInString = false;
      this.isEscaped = !this.isEscaped && byte === BACKSLASH;
      return;
    }
    if (byte === QUOTE) this.isInString = true;
    this.depth += DEPTH_OF.get(byte) ?? 0;
    this.isOver = this.depth <= 0;
  }
}

/**
 * The elements of a JSON array as texts.
 * @throws SourceFault where brackets and commas make no array
 */
export async function* arrayElements(chunks: Chunks): AsyncGenerator<Piece> {
  const reader = new ArrayReader();
  let bytes = 0;
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      bytes += 1;
      const piece = reader.take(byte);
      if (piece !== undefined) yield { ...piece, bytes };
    }
  }
  if (!reader.isOver) {
    throw new SourceFault(`The array is not closed: row ${reader.number} or what follows is cut off.`);
  }
}
