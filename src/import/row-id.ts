import { v7 } from 'uuid';
import { sha256 } from '../crypto/digest.js';
import type { UserImport } from './user-import.entity.js';

type Import = Pick<UserImport, 'id' | 'createdAt'>;

/**
 * The key of what a row of an import makes: the same each time the row is worked off. A run that died between making users
 * and noting it makes none of them twice. A UUIDv7 (RFC 9562 §5.7) with the row as its counter, so keys sort like rows.
 */
export function rowId({ id, createdAt }: Import, row: number): string {
  return v7({ msecs: createdAt.getTime(), seq: row, random: sha256(`user ${id} ${row}`).subarray(0, 16) });
}

/** The same for the faults of a row, which sort in the order in which they were found. */
export function faultId({ id, createdAt }: Import, row: number, index: number): string {
  const random = sha256(`fault ${id} ${row}`).subarray(0, 16);
  // The counter ends within byte 10; what follows it sorts next.
  random.set([0, index], 10);
  return v7({ msecs: createdAt.getTime(), seq: row, random });
}
