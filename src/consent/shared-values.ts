import { claimsOf } from '../protocol/scope.js';
import { fullName } from '../users/full-name.js';
import type { User } from '../users/user.entity.js';
import { claimValues, SHOWN_CLAIMS } from './claim-values.js';

const PARTS_OF_NAME: ReadonlySet<string> = new Set(['given_name', 'middle_name', 'family_name', 'nickname']);

/** What exactly a scope would share. A part of the name that stands in the whole already is not said twice. */
export function sharedValues(scope: string, user: User): readonly string[] {
  const opened = claimsOf([scope]);
  const whole = fullName(user) ?? '';
  return SHOWN_CLAIMS.filter((claim) => opened.has(claim)).flatMap((claim) => {
    const values = claimValues(claim, user);
    return PARTS_OF_NAME.has(claim) ? values.filter((part) => !whole.includes(part)) : values;
  });
}
