import { Settings } from '../config/settings.js';
import { keyAnswer } from '../keys/key-answer.js';
import type { KeyReport } from '../keys/key-report.js';
import { KeyRotation } from '../keys/key-rotation.service.js';
import { CommandFailure } from './command-failure.js';
import { confirm } from './confirm.js';
import { printJson, printLines, printNote } from './output.js';
import { settlingNote } from './rotate-keys.js';
import { withServices } from './with-database.js';

export interface RevokeKeysOptions {
  readonly yes?: true;
  readonly json?: true;
}

/**
 * `doorward key revoke`
 * @throws CommandFailure when one of the keys is not there; none is revoked then
 */
export async function revokeKeys(kids: readonly string[], { yes, json }: RevokeKeysOptions): Promise<void> {
  const { reports, settings } = await withServices('rescue', async (services) => {
    const rotation = services.get(KeyRotation);
    requireAll(kids, await rotation.list());
    await confirm(yes, `Nothing that ${kids.join(', ')} signed counts any more, in no app: that cannot be undone.`);
    for (const kid of kids) await rotation.revoke(kid);
    return { reports: await rotation.list(), settings: services.get(Settings) };
  });
  if (json) printJson(reports.map(keyAnswer));
  else printLines(...linesOf(kids, reports));
  printNote(settlingNote(settings));
}

/** @throws CommandFailure */
function requireAll(kids: readonly string[], reports: readonly KeyReport[]): void {
  const missing = kids.filter((kid) => !reports.some((report) => report.kid === kid));
  if (missing.length === 0) return;
  throw new CommandFailure(missing.map((kid) => `There is no signing key '${kid}': see 'doorward key list'.`));
}

function linesOf(kids: readonly string[], reports: readonly KeyReport[]): string[] {
  const revoked = reports.filter(({ kid }) => kids.includes(kid));
  const algs = new Set(revoked.map(({ alg }) => alg));
  const signing = reports.filter(({ alg, state }) => algs.has(alg) && state === 'active');
  return [
    ...revoked.map(({ alg, kid }) => `${alg}: ${kid} is revoked; nothing that it signed counts.`),
    ...signing.map(({ alg, kid }) => `${alg}: ${kid} signs now.`),
  ];
}
