import { Settings } from '../config/settings.js';
import { keyAnswer } from '../keys/key-answer.js';
import type { KeyReport } from '../keys/key-report.js';
import { KeyRotation } from '../keys/key-rotation.service.js';
import { SIGNING_ALGS, type SigningAlg } from '../protocol/jose-algs.js';
import { RotationRefusedError } from '../keys/rotation-refused-error.js';
import { CommandFailure, EXIT } from './command-failure.js';
import { confirm } from './confirm.js';
import { printJson, printLines, printNote } from './output.js';
import { timeText } from './time-text.js';
import { withServices } from './with-database.js';

export interface RotateKeysOptions {
  readonly alg?: readonly SigningAlg[];
  readonly now?: true;
  readonly yes?: true;
  readonly json?: true;
}

/** `doorward key rotate` */
export async function rotateKeys({ alg = SIGNING_ALGS, now, yes, json }: RotateKeysOptions): Promise<void> {
  const { reports, settings } = await withServices('write', async (services) => {
    const inForce = services.get(Settings);
    if (now) await confirm(yes, refusalNote(inForce));
    return { reports: await rotated(services.get(KeyRotation), alg, now ?? false), settings: inForce };
  });
  if (json) printJson(reports.map(keyAnswer));
  else printLines(...reports.map(sentence));
  if (reports.some(({ state }) => state === 'next')) {
    printNote('Clients may not have seen a key that is so new. --now does not wait for them.');
  }
  if (now) printNote(settlingNote(settings));
}

function refusalNote({ signingKeys: { jwksMaxAge } }: Settings): string {
  return `Apps that keep the keys that they know refuse what the new ones sign, for up to ${jwksMaxAge} seconds.`;
}

/** How long it takes until everybody works with changed keys. */
export function settlingNote({ signingKeys: { cacheAge, jwksMaxAge } }: Settings): string {
  return `Running servers follow within ${cacheAge} seconds; clients may keep the keys that they know for ${jwksMaxAge} more.`;
}

async function rotated(rotation: KeyRotation, algs: readonly SigningAlg[], isForced: boolean): Promise<KeyReport[]> {
  const reports: KeyReport[] = [];
  for (const alg of new Set(algs)) reports.push(await rotation.rotate(alg, { isForced }).catch(refused));
  return reports;
}

function refused(cause: unknown): never {
  throw cause instanceof RotationRefusedError ? new CommandFailure([cause.message], EXIT.failure, { cause }) : cause;
}

function sentence({ alg, kid, state, signsFrom }: KeyReport): string {
  return state === 'next' ? `${alg}: ${kid} signs from ${timeText(signsFrom)}.` : `${alg}: ${kid} signs now.`;
}
