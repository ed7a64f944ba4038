import { createHash, randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { doorward } from './cli.ts';
import type { DemoSettings } from './settings.ts';

/** The demo's user and app, as made by the command line. */
export interface Credentials {
  readonly user: { readonly username: string; readonly password: string };
  readonly client: DemoClient;
}

interface DemoClient {
  readonly client_id: string;
  readonly client_secret: string;
  readonly token_endpoint_auth_method: string;
  readonly state_key: string;
  readonly redirect_uris: readonly string[];
}

const APP_NAME = 'Acme Photos';
const USERNAME = 'demo';
/** Without letters and digits that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const ALL = ['--limit', '100000'];

/**
 * Finds the demo's user and app of the last run, or makes them. The password is random and kept in the demo's
 * directory: there is no default password that somebody could leave in place.
 */
export async function prepareCredentials(settings: DemoSettings): Promise<Credentials> {
  // What looks makes no database.
  await doorward(settings, ['migrate']);
  const kept = readKept(settings);
  const user = await keptUser(settings, kept);
  const client = await keptClient(settings, kept?.client, user.username);
  writeFileSync(fileOf(settings), `${JSON.stringify({ user, client }, null, 2)}\n`, { mode: 0o600 });
  return { user, client };
}

async function keptUser(settings: DemoSettings, kept: Credentials | undefined): Promise<Credentials['user']> {
  const users = await doorward<{ username: string }[]>(settings, ['user', 'list', ...ALL]);
  const isTaken = (name: string) => users.some(({ username }) => username.toLowerCase() === name);
  if (kept !== undefined && isTaken(kept.user.username)) return kept.user;
  // Somebody's `demo` whose password we do not know: leave it alone.
  const username = isTaken(USERNAME) ? `${USERNAME}-${randomText(4)}` : USERNAME;
  const password = [1, 2, 3, 4].map(() => randomText(4)).join('-');
  const options = ['--username', username, '--email', `${username}@example.com`, '--phone', '+14155550123'];
  await doorward(settings, ['user', 'create', ...options, '--birthdate', '1990-05-17', '--password-stdin'], password);
  return { username, password };
}

async function keptClient(settings: DemoSettings, kept: DemoClient | undefined, owner: string): Promise<DemoClient> {
  const redirectUri = `${settings.appUrl}/callback`;
  if (kept?.redirect_uris.includes(redirectUri)) {
    const clients = await doorward<{ client_id: string }[]>(settings, ['client', 'list', ...ALL]);
    if (clients.some(({ client_id }) => client_id === kept.client_id)) return kept;
  }
  const options = ['--name', APP_NAME, '--redirect-uri', redirectUri, '--website', settings.appUrl, '--owner', owner];
  return doorward<DemoClient>(settings, ['client', 'create', ...options]);
}

function readKept(settings: DemoSettings): Credentials | undefined {
  const file = fileOf(settings);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Credentials) : undefined;
}

/** One file for each database that the demo ran on. */
function fileOf({ directory, databaseUrl }: DemoSettings): string {
  const database = createHash('sha256').update(databaseUrl).digest('hex').slice(0, 8);
  return join(directory, `credentials-${database}.json`);
}

function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}
