import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseSettings } from '../../src/config/settings.js';
import { createTestDatabase } from './database.js';
import { noteLine, runDirectory } from './leak-scan.js';

const ROOT = join(import.meta.dirname, '../..');
const BUILD_TIMEOUT_MS = 120_000;

/** What a command left behind. */
export class CliResult {
  constructor(
    readonly exitCode: number | null,
    readonly stdout: string,
    readonly stderr: string,
  ) {}

  /** Standard output as JSON. */
  get json(): unknown {
    return JSON.parse(this.stdout);
  }
}

export interface CliOptions {
  /** Variables besides those of the installation; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Standard input; it is closed at once when absent. */
  readonly input?: string;
}

/** The command line as a real process on a database and a data directory of its own. */
export interface Installation {
  readonly dataDirectory: string;
  readonly database: DatabaseSettings;
  readonly env: Readonly<Record<string, string>>;
  /** The same for a server of this process. */
  readonly secretKeys: readonly Buffer[];
  run(args: readonly string[], options?: CliOptions): Promise<CliResult>;
  remove(): Promise<void>;
}

/**
 * A new installation of the kind that the running project tests. Nothing of this process's environment gets in.
 * @param createDatabase makes its database: an empty one, unless told otherwise
 */
export async function createInstallation(createDatabase = createTestDatabase): Promise<Installation> {
  const main = join(await buildSources(), 'cli.js');
  const database = await createDatabase();
  const dataDirectory = mkdtempSync(join(tmpdir(), 'doorward-cli-'));
  const secretKey = '5e'.repeat(32);
  const env = {
    PATH: process.env['PATH'] ?? '',
    // Every command is a process that loads the same modules.
    NODE_COMPILE_CACHE: join(runDirectory(), 'compile-cache'),
    DATA_DIR: dataDirectory,
    DATABASE_URL: databaseUrl(database.settings),
    // Required on a server; the same on SQLite, so that both projects do the same.
    SECRET_KEY: secretKey,
  };
  return {
    dataDirectory,
    database: database.settings,
    env,
    secretKeys: [Buffer.from(secretKey, 'hex')],
    run: (args, { env: more = {}, input = '' } = {}) => run([main, ...args], defined({ ...env, ...more }), input),
    remove: async () => {
      rmSync(dataDirectory, { recursive: true, force: true });
      await database.drop();
    },
  };
}

/** What `DATABASE_URL` must be for these settings. */
export function databaseUrl(settings: DatabaseSettings): string {
  return settings.type === 'better-sqlite3' ? `sqlite:${settings.database}` : settings.url;
}

function defined(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function run(args: readonly string[], env: Record<string, string>, input: string): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, cwd: tmpdir(), stdio: 'pipe' });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (exitCode) => {
      for (const line of stderr.split('\n')) noteLine(`cli ${line}`);
      resolve(new CliResult(exitCode, stdout, stderr));
    });
    // A command that does not read its input may end before it is written.
    child.stdin.on('error', () => {}).end(input);
  });
}

/**
 * Builds the sources as they are, once in a test run: the worker that makes the folder builds, the others wait.
 * @returns the folder of the build
 */
export async function buildSources(): Promise<string> {
  const folder = join(runDirectory(), 'build');
  const output = join(folder, 'dist');
  const isDone = join(folder, 'done');
  if (isFirst(folder)) {
    copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    await compile(output);
    writeFileSync(isDone, '');
  }
  for (const end = Date.now() + BUILD_TIMEOUT_MS; !existsSync(isDone); await delay(100)) {
    if (Date.now() > end) throw new Error('another worker did not finish building the sources');
  }
  return output;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

async function compile(output: string): Promise<void> {
  const swc = join(ROOT, 'node_modules/@swc/cli/bin/swc.js');
  const args = [swc, 'src', '-d', output, '--strip-leading-paths', '--copy-files', '--ignore', '**/*.spec.ts'];
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`building failed with ${code}`))));
  });
}
