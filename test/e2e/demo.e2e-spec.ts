import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSources, databaseUrl } from '../support/cli.js';
import { createTestDatabase, isMariadb, type TestDatabase } from '../support/database.js';
import { freePort } from '../support/free-port.js';
import { noteLine, noteSecret } from '../support/leak-scan.js';

const ROOT = join(import.meta.dirname, '../..');

/** The demo as a process, as `npm run demo` starts it after the build. */
class Demo {
  output = '';
  readonly ended: Promise<number | null>;

  constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString('utf8');
      });
    }
    this.ended = new Promise((resolve) => {
      child.once('close', resolve);
    });
  }

  /** Waits for the summary. */
  async ready(): Promise<Summary> {
    while (!this.output.includes('Ctrl-C')) {
      if (this.child.exitCode !== null) throw new Error(`the demo ended with ${this.child.exitCode}:\n${this.output}`);
      await delay(50);
    }
    const line = (label: string) => new RegExp(`^ {2}${label} +(\\S+)$`, 'm').exec(this.output)?.[1] ?? '';
    const summary = {
      app: line('Example app'),
      issuer: line('Doorward'),
      username: line('User name'),
      password: line('Password'),
    };
    noteSecret(summary.password);
    return summary;
  }

  stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended;
  }
}

interface Summary {
  readonly app: string;
  readonly issuer: string;
  readonly username: string;
  readonly password: string;
}

let database: TestDatabase;
let folder: string;
let cli: string;

beforeAll(async () => {
  const build = await buildSources();
  cpSync(join(ROOT, 'examples'), join(build, '../examples'), { recursive: true });
  cli = join(build, 'cli.js');
  database = await createTestDatabase();
  // On a server the demo makes its database itself.
  if (isMariadb) await database.drop();
  folder = mkdtempSync(join(tmpdir(), 'doorward-demo-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database?.drop();
});

function startDemo(ports: { server: number; app: number }): Demo {
  const child = spawn(process.execPath, [cli, 'demo'], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: folder,
      PORT: String(ports.server),
      APP_PORT: String(ports.app),
      WEB_CONCURRENCY: '1',
      // The embedded default needs no variable.
      ...(isMariadb ? { DATABASE_URL: databaseUrl(database.settings) } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Demo(child);
}

async function freePorts(): Promise<{ server: number; app: number }> {
  return { server: await freePort(), app: await freePort() };
}

/** Whether these are name and password of a user of the server. */
async function canLogIn({ issuer, username, password }: Summary): Promise<boolean> {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const body = new URLSearchParams({ username, password });
  const answer = await fetch(`${issuer}/login`, { method: 'POST', headers, body, redirect: 'manual' });
  return answer.status === 303 && /session=/.test(answer.headers.getSetCookie().join());
}

describe('doorward demo, as npm run demo', () => {
  it('starts server and app with a user and a registration of their own, and finds them again', async () => {
    const ports = await freePorts();
    const first = startDemo(ports);
    const summary = await first.ready();
    expect(summary).toMatchObject({
      app: `http://localhost:${ports.app}`,
      issuer: `http://localhost:${ports.server}`,
      username: 'demo',
      password: expect.stringMatching(/^(?:[a-z2-9]{4}-){3}[a-z2-9]{4}$/) as string,
    });
    expect(await canLogIn(summary)).toBe(true);
    expect(await (await fetch(summary.app)).text()).toContain('href="/authLogin"');
    const way = await fetch(`${summary.app}/authLogin`, { redirect: 'manual' });
    const authorize = await fetch(way.headers.get('location') ?? '', { redirect: 'manual' });
    expect(authorize.headers.get('location')).toContain('/login?interaction=');
    expect(await first.stop()).toBe(0);
    await expect(fetch(summary.app)).rejects.toThrow('fetch failed');
    await expect(fetch(summary.issuer)).rejects.toThrow('fetch failed');

    const second = startDemo(ports);
    expect(await second.ready()).toEqual(summary);
    expect(await second.stop()).toBe(0);
  });

  it('keeps its secrets where only this user can read them', () => {
    for (const name of readdirSync(folder).filter((file) => /credentials|secret/.test(file))) {
      expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
    }
    const kept = readdirSync(folder).find((name) => name.startsWith('credentials-')) ?? '';
    expect(JSON.parse(readFileSync(join(folder, kept), 'utf8'))).toHaveProperty('client.client_secret');
  });

  it('says plainly that a port is taken, and which variable chooses another', async () => {
    const ports = await freePorts();
    const first = startDemo(ports);
    await first.ready();
    const other = await freePort();
    for (const [taken, variable] of [
      [{ ...ports, app: other }, 'PORT'],
      [{ ...ports, server: other }, 'APP_PORT'],
    ] as const) {
      const second = startDemo(taken);
      expect(await second.ended).toBe(1);
      expect(second.output).toMatch(
        new RegExp(`^Port \\d+ is taken by another program: stop it, or run '${variable}=`),
      );
    }
    await first.stop();
    noteLine(`demo ${first.output.replaceAll(/Password .+|First admin .+/g, '')}`);
  });
});
