import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ExportedEvent } from '../audit/audit-comparison.service.js';
import { CommandFailure, EXIT } from './command-failure.js';

const HASH = /^[0-9a-f]{64}$/;

/**
 * The events of a file that `doorward audit export` has written, line by line.
 * @throws CommandFailure when the file cannot be read, or a line is none of an export
 */
export async function* exportedEvents(path: string): AsyncGenerator<ExportedEvent> {
  let number = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
      number += 1;
      const event = eventOf(line);
      if (event === undefined) {
        const fault = `Line ${number} of ${path} is none of an export: make one with 'doorward audit export'.`;
        throw new CommandFailure([fault], EXIT.usage);
      }
      yield event;
    }
  } catch (cause) {
    if (cause instanceof Error && 'syscall' in cause) {
      throw new CommandFailure([`${path} cannot be read: ${cause.message}.`], EXIT.usage, { cause });
    }
    throw cause;
  }
}

function eventOf(line: string): ExportedEvent | undefined {
  const { id, chain, seq, hash } = parsed(line);
  if (typeof id !== 'string' || typeof chain !== 'number' || typeof seq !== 'number') return undefined;
  if (typeof hash !== 'string' || !HASH.test(hash)) return undefined;
  return { id, chain, seq, hash: Buffer.from(hash, 'hex') };
}

function parsed(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
