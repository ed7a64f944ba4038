import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateDown } from '../../src/database/migrate.js';
import { MIGRATIONS } from '../../src/database/migrations/index.js';
import { createDataSource } from '../../src/database/options.js';
import { Setting } from '../../src/settings/setting.entity.js';
import { type CliResult, createInstallation, type Installation } from '../support/cli.js';
import { isMariadb } from '../support/database.js';

interface Diagnosis {
  readonly healthy: boolean;
  readonly checks: readonly { check: string; state: 'ok' | 'warn' | 'fail'; detail: string; fix?: string }[];
}

/** A database server where nobody listens. */
const NOWHERE = 'mariadb://doorward:hunter22@127.0.0.1:1/doorward';

let installation: Installation;

beforeEach(async () => {
  installation = await createInstallation();
});
afterEach(async () => {
  await installation.remove();
});

describe('doorward', () => {
  it('shows what there is, with examples, and says when a command is typed wrongly', async () => {
    const help = await installation.run(['--help']);
    expect(help).toMatchObject({ exitCode: 0, stderr: '' });
    for (const command of ['start', 'migrate', 'user', 'client', 'key', 'config', 'doctor']) {
      expect(help.stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    }
    expect((await installation.run(['help', 'migrate'])).stdout).toContain('bring the database up to date');
    expect((await installation.run(['client', 'create', '--help'])).stdout).toMatch(
      /Examples:\n {2}\$ doorward client/,
    );
    for (const args of [[], ['user'], ['user', 'lst'], ['user', 'list', '--limit', '0'], ['doctor', '--jsn']]) {
      const wrong = await installation.run(args);
      expect([args, wrong.exitCode, wrong.stdout]).toEqual([args, 2, '']);
      expect(wrong.stderr).not.toBe('');
    }
  });

  it('says in one sentence that the database is away, without a stack and without its password', async () => {
    for (const args of [['user', 'list', '--json'], ['migrate'], ['start']]) {
      const { exitCode, stderr } = await installation.run(args, {
        env: { DATABASE_URL: NOWHERE, LOG_LEVEL: 'silent' },
      });
      expect([args, exitCode]).toEqual([args, 1]);
      expect(stderr).toMatch(/The database at 127\.0\.0\.1:1 does not answer: start it, or correct DATABASE_URL\.\n$/);
      expect(stderr).not.toMatch(/hunter22|\n +at /);
    }
  });

  it.skipIf(!isMariadb)('says how to make a database that the server does not have', async () => {
    const url = new URL(installation.env['DATABASE_URL'] ?? '');
    url.pathname = '/doorward_not_there';
    const { exitCode, stderr } = await installation.run(['migrate'], { env: { DATABASE_URL: url.href } });
    expect(exitCode).toBe(1);
    expect(stderr).toContain("make it with 'CREATE DATABASE doorward_not_there'");
  });
});

describe.skipIf(!isMariadb)('a DATABASE_URL of the other product', () => {
  it('is refused in one sentence by doctor, start and every command, before anything is made', async () => {
    const url = new URL(installation.env['DATABASE_URL'] ?? '');
    const isOurs = url.protocol === 'mariadb:';
    url.protocol = isOurs ? 'mysql:' : 'mariadb:';
    const env = { DATABASE_URL: url.href, PORT: '0', LOG_LEVEL: 'silent' };
    const sentence = isOurs ? 'is MariaDB: write mariadb:// instead of mysql://' : 'is MySQL: write mysql:// instead';
    for (const args of [['migrate'], ['user', 'list'], ['start'], ['doctor']]) {
      const { exitCode, stdout, stderr } = await installation.run(args, { env });
      expect([args, exitCode, stdout + stderr]).toEqual([args, 1, expect.stringContaining(sentence)]);
    }
    expect(statesOf(await installation.run(['migrate', '--status', '--json']))).toEqual(
      MIGRATIONS.map(() => 'pending'),
    );
  });
});

describe('doorward migrate', () => {
  it('goes up, tells its state, and goes down only when that is meant', async () => {
    const pending = await installation.run(['migrate', '--status', '--json']);
    expect(statesOf(pending)).toEqual(MIGRATIONS.map(() => 'pending'));
    expect((await installation.run(['migrate', '--json'])).json).toEqual({
      applied: MIGRATIONS.map(({ name }) => name),
    });
    expect((await installation.run(['migrate'])).stdout).toBe('The database is up to date.\n');
    expect((await installation.run(['migrate', '--status'])).stdout).toMatch(/^MIGRATION +STATE\n(?:\w+ +applied\n)+$/);

    const unasked = await installation.run(['migrate', '--down']);
    expect(unasked).toMatchObject({ exitCode: 2, stdout: '' });
    expect(unasked.stderr).toContain('--yes');
    const states = async () => statesOf(await installation.run(['migrate', '--status', '--json']));
    expect(await states()).toEqual(MIGRATIONS.map(() => 'applied'));

    expect((await installation.run(['migrate', '--down', '--yes'])).exitCode).toBe(0);
    expect(await states()).toEqual([...MIGRATIONS.slice(1).map(() => 'applied'), 'pending']);
    const source = await createDataSource(installation.database).initialize();
    for (const _older of MIGRATIONS.slice(1)) await migrateDown(source);
    await source.destroy();
    expect(await states()).toEqual(MIGRATIONS.map(() => 'pending'));
    expect((await installation.run(['migrate', '--down', '--yes'])).exitCode).toBe(1);
  });

  it('is asked for where a start does not migrate by itself', async () => {
    const env = { AUTO_MIGRATE: 'false', PORT: '0', LOG_LEVEL: 'silent' };
    for (const args of [['client', 'create', '--name', 'Robot', '--kind', 'machine'], ['start']]) {
      const { exitCode, stdout, stderr } = await installation.run(args, { env });
      expect([exitCode, stdout, stderr]).toEqual([1, '', expect.stringContaining("run 'doorward migrate'")]);
    }
  });
});

describe('doorward doctor', () => {
  it('finds a new installation sound and changes nothing', async () => {
    const env = isMariadb ? {} : { DATABASE_URL: undefined, SECRET_KEY: undefined };
    const { exitCode, json } = await installation.run(['doctor', '--json'], { env: { ...env, PORT: '0' } });
    const { healthy, checks } = json as Diagnosis;
    expect(checks.filter(({ state }) => state === 'fail')).toEqual([]);
    expect({ exitCode, healthy }).toEqual({ exitCode: 0, healthy: true });
    expect(readdirSync(installation.dataDirectory)).toEqual([]);
    const status = await installation.run(['migrate', '--status', '--json']);
    expect(statesOf(status)).toEqual(MIGRATIONS.map(() => 'pending'));
  });

  it('looks into the database: answers, up to date, durable, with our clock', async () => {
    await installation.run(['migrate']);
    const { json } = await installation.run(['doctor', '--json'], { env: { PORT: '0' } });
    const { checks } = json as Diagnosis;
    const stateOf = (name: string) => checks.find(({ check }) => check === name)?.state;
    expect(['database', 'migrations', 'clock'].map(stateOf)).toEqual(['ok', 'ok', 'ok']);
    expect(['ok', 'warn']).toContain(stateOf('durability'));
    expect(checks.find(({ check }) => check === 'database')?.detail).toMatch(isMariadb ? /^M\w+ \d+\./ : /^SQLite 3\./);
  });

  it('warns of plain http, and behind https of a proxy that nobody named', async () => {
    const plain = await installation.run(['doctor', '--json'], { env: { PORT: '0' } });
    expect(statesBy(plain)).toMatchObject({ issuer: 'warn' });
    const env = { PORT: '0', ISSUER: 'https://login.example.com' };
    const secure = await installation.run(['doctor', '--json'], { env });
    expect(statesBy(secure)).toMatchObject({ issuer: 'ok', proxy: 'warn' });
    const proxied = await installation.run(['doctor', '--json'], { env: { ...env, TRUST_PROXY: '10.0.0.1' } });
    expect(statesBy(proxied)).not.toHaveProperty('proxy');
  });

  it('warns of a data directory that other users may change', async () => {
    chmodSync(installation.dataDirectory, 0o777);
    const { stdout } = await installation.run(['doctor'], { env: { PORT: '0' } });
    expect(stdout).toMatch(
      new RegExp(`^warn {2}data directory: .+\\n +Run 'chmod go-rwx ${installation.dataDirectory}'`, 'm'),
    );
  });

  it('fails with every fault of the configuration', async () => {
    const env = { PORT: 'x', ISSUER: 'http://example.com', SECRET_KEY: 'hunter22' };
    const { exitCode, stdout, stderr, json } = await installation.run(['doctor', '--json'], { env });
    expect(exitCode).toBe(1);
    expect((json as Diagnosis).checks.map(({ state }) => state)).toEqual(['fail', 'fail', 'fail']);
    expect(stdout + stderr).not.toContain('hunter22');
  });

  it('fails on a port that another program has, and not on its own', async () => {
    const stranger = await listening(JSON.stringify({ issuer: 'http://stranger.example' }));
    const PORT = portOf(stranger);
    expect(statesBy(await installation.run(['doctor', '--json'], { env: { PORT } }))).toMatchObject({
      port: 'fail',
    });
    await closed(stranger);
    const own = await listening(JSON.stringify({ issuer: 'http://localhost:9' }));
    const env = { PORT: portOf(own), ISSUER: 'http://localhost:9' };
    expect(statesBy(await installation.run(['doctor', '--json'], { env }))).toMatchObject({ port: 'ok' });
    await closed(own);
  });
});

describe('doorward start', () => {
  it('says in one sentence that the port is taken', async () => {
    const stranger = await listening('');
    const { exitCode, stderr } = await installation.run(['start'], {
      env: { PORT: portOf(stranger), LOG_LEVEL: 'silent', WEB_CONCURRENCY: '1' },
    });
    expect(exitCode).toBe(1);
    expect(stderr).toBe(
      `Doorward cannot start:\n  - Port ${portOf(stranger)} of 127.0.0.1 is taken by another program: stop it, or set PORT to a free one.\n`,
    );
    await closed(stranger);
  });

  it('ends with several processes too, instead of restarting them for ever', async () => {
    const stranger = await listening('');
    const { exitCode } = await installation.run(['start'], {
      env: { PORT: portOf(stranger), LOG_LEVEL: 'silent', WEB_CONCURRENCY: '2' },
    });
    expect(exitCode).toBe(1);
    await closed(stranger);
  });
});

describe('doorward config check', () => {
  it('prints each variable with the source of its value, and makes nothing', async () => {
    const env = {
      DATABASE_URL: undefined,
      SECRET_KEY: undefined,
      DATA_DIR: `${installation.dataDirectory}/new`,
      PORT: '4321',
      ISUER: 'https://login.example.com',
    };
    const { exitCode, json } = await installation.run(['config', 'check', '--json'], { env });
    expect(exitCode).toBe(0);
    const { variables, faults, hints } = json as { variables: object[]; faults: string[]; hints: string[] };
    expect(faults).toEqual([]);
    expect(hints).toEqual([expect.stringMatching(/^ISUER is no variable .+ ISSUER meant/)]);
    const inForce = { ISSUER: 'http://localhost:4321', DATABASE_URL: `sqlite:${env.DATA_DIR}/doorward.sqlite` };
    for (const [name, value] of Object.entries(isMariadb ? {} : inForce)) {
      expect(variables).toContainEqual({ name, source: 'default', value });
    }
    expect(variables).toContainEqual({ name: 'PORT', source: 'environment', value: '4321' });
    expect(variables).toContainEqual({ name: 'LOG_LEVEL', source: 'default', value: 'info' });
    expect(existsSync(env.DATA_DIR)).toBe(false);
  });

  it('says what was changed while the server ran', async () => {
    await installation.run(['migrate']);
    const source = await createDataSource(installation.database).initialize();
    const values = { name: 'REGISTRATION', value: 'closed', updatedAt: new Date() };
    await source.getRepository(Setting).insert(values);
    await source.destroy();
    const { json } = await installation.run(['config', 'check', '--json']);
    const { variables } = json as { variables: object[] };
    expect(variables).toContainEqual({ name: 'REGISTRATION', source: 'stored', value: 'closed' });
    const locked = await installation.run(['config', 'check', '--json'], { env: { REGISTRATION: 'open' } });
    expect((locked.json as { variables: object[] }).variables).toContainEqual({
      name: 'REGISTRATION',
      source: 'environment',
      value: 'open',
    });
  });

  it('tells every fault at once and never a secret', async () => {
    const env = {
      DATABASE_URL: 'postgres://doorward:hunter22@db/x',
      SECRET_KEY: 'hunter23',
      PORT: '-1',
      LOG_LEVEL: 'loud',
    };
    for (const args of [['config', 'check'], ['config', 'check', '--json'], ['start'], ['user', 'list']]) {
      const { exitCode, stdout, stderr } = await installation.run(args, { env });
      expect(exitCode).toBe(1);
      for (const name of Object.keys(env)) expect(stderr).toMatch(new RegExp(`^(?:error:|  -) ${name} `, 'm'));
      expect(stdout + stderr).not.toMatch(/hunter2/);
    }
  });
});

function statesOf({ json }: CliResult): string[] {
  const { migrations } = json as { migrations: { state: string }[] };
  return migrations.map(({ state }) => state);
}

function statesBy({ json }: CliResult): Record<string, string> {
  const { checks } = json as Diagnosis;
  return Object.fromEntries(checks.map(({ check, state }) => [check, state]));
}

async function listening(body: string): Promise<Server> {
  const server = createServer((_request, response) => void response.end(body));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

function portOf(server: Server): string {
  return String((server.address() as AddressInfo).port);
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
}
