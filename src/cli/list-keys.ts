import { keyAnswer } from '../keys/key-answer.js';
import { KeyRotation } from '../keys/key-rotation.service.js';
import { printJson, printNote, printTable } from './output.js';
import { timeText } from './time-text.js';
import { withServices } from './with-database.js';

export interface ListKeysOptions {
  readonly json?: true;
}

/** `doorward key list` */
export async function listKeys({ json }: ListKeysOptions): Promise<void> {
  const reports = await withServices('read', (services) => services.get(KeyRotation).list());
  if (json) return printJson(reports.map(keyAnswer));
  if (reports.length === 0)
    return printNote('There are no signing keys yet: the first start of the server makes them.');
  printTable(
    ['KID', 'ALG', 'STATE', 'SIGNS FROM', 'SIGNS UNTIL', 'PUBLISHED UNTIL'],
    reports.map(({ kid, alg, state, signsFrom, signsUntil, publishedUntil }) => [
      kid,
      alg,
      state,
      timeText(signsFrom),
      timeText(signsUntil),
      timeText(publishedUntil),
    ]),
  );
}
