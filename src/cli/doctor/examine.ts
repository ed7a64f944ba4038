import { ConfigurationError, inspectSettings } from '../../config/env.js';
import type { Settings } from '../../config/settings.js';
import { CommandFailure } from '../command-failure.js';
import { printJson, printLines, styled } from '../output.js';
import { checkDataDirectory } from './data-directory.js';
import { checkDatabase } from './database.js';
import type { Finding, FindingState } from './finding.js';
import { checkIssuer } from './issuer.js';
import { checkMail } from './mail.js';
import { checkPort } from './port.js';

export interface DoctorOptions {
  readonly json?: true;
}

/** Every check, in the order in which a start would meet the fault. */
const CHECKS: readonly ((settings: Settings) => Finding[] | Promise<Finding[]>)[] = [
  checkIssuer,
  checkDataDirectory,
  checkDatabase,
  checkPort,
  checkMail,
];

const STYLE_OF_STATE = { ok: 'green', warn: 'yellow', fail: 'red' } as const satisfies Record<FindingState, string>;

/**
 * `doorward doctor`
 * @throws CommandFailure when a check failed
 */
export async function examine({ json }: DoctorOptions): Promise<void> {
  const findings = await allFindings();
  const failures = findings.filter(({ state }) => state === 'fail').length;
  if (json) printJson({ healthy: failures === 0, checks: findings });
  else printLines(...findings.flatMap(linesOf));
  if (failures > 0) throw new CommandFailure([failures === 1 ? 'One check failed.' : `${failures} checks failed.`]);
}

async function allFindings(): Promise<Finding[]> {
  const settings = settingsOrFaults();
  if (Array.isArray(settings)) return settings;
  const findings: Finding[] = [{ check: 'configuration', state: 'ok', detail: 'Every variable is sound.' }];
  for (const check of CHECKS) findings.push(...(await check(settings)));
  return findings;
}

function settingsOrFaults(): Settings | Finding[] {
  try {
    return inspectSettings();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.faults.map((detail) => ({ check: 'configuration', state: 'fail', detail }));
  }
}

function linesOf({ check, state, detail, fix }: Finding): string[] {
  const label = styled(STYLE_OF_STATE[state], state.padEnd(4));
  const margin = ' '.repeat(6);
  return [`${label}  ${check}: ${detail}`, ...(fix === undefined ? [] : [`${margin}${fix}`])];
}
