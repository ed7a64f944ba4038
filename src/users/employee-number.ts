import { randomInt } from 'node:crypto';

/** What an organisation's numbers are made of; compared exactly as typed. */
export const EMPLOYEE_NUMBER = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/;

/** A number for a user who brought none: `U` and eight digits. May be taken; the index decides. */
export function randomEmployeeNumber(): string {
  return `U${String(randomInt(100_000_000)).padStart(8, '0')}`;
}
