/** A row of a file, not yet judged. */
export interface SourceRow {
  /** As people count: the header of a CSV is row 1, the first object of a JSON array as well. */
  readonly number: number;
  /** Bytes of the file up to its end. */
  readonly bytes: number;
  /** What stands in it by field; undefined when it cannot be read. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Why it cannot be read: a sentence. */
  readonly fault?: string;
}

/** A file in pieces of any size. */
export type Chunks = AsyncIterable<Buffer>;

/** No row of a user is longer; a file that is no table must not fill the memory. */
export const MAX_ROW_BYTES = 64 * 1024;

/** The file itself is faulty: nothing behind this place can be read. `message` is a sentence for whoever made it. */
export class SourceFault extends Error {
  override readonly name = 'SourceFault';
}

/** The same bytes, as long as they are UTF-8. @throws SourceFault */
export async function* checkUtf8(chunks: Chunks): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of chunks) {
      decoder.decode(chunk, { stream: true });
      yield chunk;
    }
    decoder.decode();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new SourceFault('The file is not UTF-8: save it in that encoding.', { cause });
  }
}
