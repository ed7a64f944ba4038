import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { sha256 } from '../crypto/digest.js';
import { open, seal } from '../crypto/seal.js';
import { Problem } from '../http/problem.js';
import type { Position } from '../sql/keyset.js';

/**
 * Cursors say where the next page begins. They are sealed, and for one list with its filters and its order only: nobody
 * can read a value out of one, make one, or carry it to a list that shows more.
 */
@Injectable()
export class Cursors {
  constructor(private readonly settings: Settings) {}

  /** @param list what is listed, how filtered and sorted, without nesting; the same when the cursor comes back */
  make(list: object, position: Position): string {
    const { value, id } = position;
    return seal(this.settings.secretKeys, contextOf(list), Buffer.from(JSON.stringify([value, id])));
  }

  /** @throws Problem `invalid-cursor` */
  open(list: object, cursor: string | undefined): Position | undefined {
    if (cursor === undefined) return undefined;
    try {
      const plaintext = open(this.settings.secretKeys, contextOf(list), cursor).toString();
      const [value, id] = JSON.parse(plaintext) as [Position['value'], string];
      return { value, id };
    } catch (cause) {
      throw new Problem('invalid-cursor', undefined, { cause });
    }
  }
}

function contextOf(list: object): string {
  // The same filters in another order are the same list.
  const members = Object.entries(list).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `cursor of ${sha256(JSON.stringify(members)).toString('base64url')}`;
}
