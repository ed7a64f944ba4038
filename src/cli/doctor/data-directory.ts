import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Settings } from '../../config/settings.js';
import type { Finding, FindingState } from './finding.js';

const CHECK = 'data directory';
const OTHERS = 0o077;
const OTHERS_MAY_WRITE = 0o022;
/** What holds secrets; read by the server's user alone. */
const PRIVATE_FILES = ['secret.key', 'doorward.sqlite'];

/** May we write to the data directory, and may nobody else read what lies in it? */
export function checkDataDirectory({ dataDirectory, database }: Settings): Finding[] {
  const place = resolve(dataDirectory);
  if (!existsSync(place)) return [missing(place, database.type === 'better-sqlite3')];
  if (!mayWrite(place)) {
    const fix = `Give it to the user that runs the server, or set DATA_DIR to another directory.`;
    return [finding('fail', `${place} is no directory that this user may write to.`, fix)];
  }
  const open = [place, ...PRIVATE_FILES.map((name) => join(place, name))].flatMap((path) => tooOpen(path, place));
  return open.length > 0 ? open : [finding('ok', `${place} is writable, and closed to other users.`)];
}

function missing(place: string, isNeeded: boolean): Finding {
  return finding(
    'ok',
    isNeeded ? `${place} does not exist yet: the first start makes it.` : `${place} does not exist and is not needed.`,
  );
}

function mayWrite(place: string): boolean {
  try {
    accessSync(place, constants.R_OK | constants.W_OK | constants.X_OK);
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}

/** A file that others may read inside a directory that is closed to them is safe. */
function tooOpen(path: string, place: string): Finding[] {
  if (!existsSync(path)) return [];
  const mode = statSync(path).mode;
  if ((mode & OTHERS) === 0 || (path !== place && (statSync(place).mode & OTHERS) === 0)) return [];
  if (path === place && (mode & OTHERS_MAY_WRITE) === 0) return [];
  return [finding('warn', `Other users of this machine may read or change ${path}.`, `Run 'chmod go-rwx ${path}'.`)];
}

function finding(state: FindingState, detail: string, fix?: string): Finding {
  return { check: CHECK, state, detail, ...(fix === undefined ? {} : { fix }) };
}
