import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Where the demo runs and keeps what it makes. */
export interface DemoSettings {
  readonly issuer: string;
  readonly appUrl: string;
  readonly port: number;
  readonly appPort: number;
  /** Kept between runs; delete it to begin anew. */
  readonly directory: string;
  /** Empty for the embedded database. */
  readonly databaseUrl: string;
  /** The environment of the server and of its command line. */
  readonly serverEnvironment: NodeJS.ProcessEnv;
}

/** Reads PORT, APP_PORT, DATABASE_URL, DATA_DIR and whatever else the server reads from the environment. */
export function readSettings(environment: NodeJS.ProcessEnv): DemoSettings {
  const port = Number(environment['PORT'] || 3000);
  const appPort = Number(environment['APP_PORT'] || 4000);
  const directory = resolve(ROOT, environment['DATA_DIR'] || 'data/demo');
  const databaseUrl = environment['DATABASE_URL'] ?? '';
  const issuer = environment['ISSUER'] || `http://localhost:${port}`;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return {
    issuer,
    appUrl: `http://localhost:${appPort}`,
    port,
    appPort,
    directory,
    databaseUrl,
    serverEnvironment: {
      LOG_LEVEL: 'warn',
      ...environment,
      PORT: String(port),
      ISSUER: issuer,
      DATA_DIR: directory,
      SECRET_KEY: environment['SECRET_KEY'] || secretKey(directory),
    },
  };
}

/** On a database server the operator brings the key; the demo makes one and keeps it, as the embedded default does. */
function secretKey(directory: string): string {
  const file = join(directory, 'secret.key');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
