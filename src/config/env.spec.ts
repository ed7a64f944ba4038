import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigurationError, describeEnvironment, type Environment, inspectSettings, loadSettings } from './env.js';
import type { Settings } from './settings.js';
import { VARIABLES } from './variables.js';

const KEY = 'ab'.repeat(32);
const MARIADB = 'mariadb://doorward:hunter22@db.example:3306/doorward';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorward-config-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Settings of an environment with a data directory of its own. */
function settingsOf(environment: Environment = {}): Settings {
  return loadSettings({ DATA_DIR: join(folder, 'data'), ...environment });
}

function faultsOf(environment: Environment): readonly string[] {
  try {
    settingsOf(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
  return [];
}

describe('without any variable', () => {
  it('everything has a safe default', () => {
    expect(settingsOf()).toMatchObject({
      issuer: 'http://localhost:3000',
      isHttps: false,
      host: '127.0.0.1',
      port: 3000,
      database: { type: 'better-sqlite3', database: join(folder, 'data', 'doorward.sqlite') },
      trustedProxies: [],
      webConcurrency: 1,
      autoMigrate: true,
      registration: 'open',
      appRegistration: 'open',
      dynamicRegistration: 'token',
      smtp: undefined,
      mailFrom: { name: 'Doorward', address: 'no-reply@localhost' },
      logLevel: 'info',
    });
  });

  it('a 256-bit key is made, for this user only, and found again', () => {
    const [key] = settingsOf().secretKeys;
    const file = join(folder, 'data', 'secret.key');
    expect(key).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
    expect(readFileSync(file, 'utf8')).toBe(`${key?.toString('hex')}\n`);
    expect(settingsOf().secretKeys).toEqual([key]);
  });

  it('looking at the settings makes neither directory nor key', () => {
    const DATA_DIR = join(folder, 'data');
    expect(inspectSettings({ DATA_DIR }).secretKeys).toEqual([]);
    expect(existsSync(DATA_DIR)).toBe(false);
  });

  it('the settings are frozen', () => {
    expect(Object.isFrozen(settingsOf())).toBe(true);
  });
});

describe('a variable', () => {
  it('that is empty counts as not set', () => {
    expect(settingsOf({ PORT: '', ISSUER: '', LOG_LEVEL: '' })).toMatchObject({ port: 3000, logLevel: 'info' });
  });

  it('PORT moves the default issuer', () => {
    expect(settingsOf({ PORT: '8080' }).issuer).toBe('http://localhost:8080');
  });

  it('ISSUER loses its trailing slash, so that `iss` is compared exactly (RFC 9207 §2)', () => {
    expect(settingsOf({ ISSUER: 'https://login.example.com/' })).toMatchObject({
      issuer: 'https://login.example.com',
      isHttps: true,
    });
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1', 'http://127.8.9.1:80', 'http://[::1]:3000'])(
    'ISSUER may be plain http on this machine: %s',
    (issuer) => {
      expect(faultsOf({ ISSUER: issuer })).toEqual([]);
    },
  );

  it('SECRET_KEY may be a list, newest first, in hex or base64url', () => {
    const other = Buffer.alloc(32, 7);
    const { secretKeys } = settingsOf({ SECRET_KEY: `${other.toString('base64url')}, ${KEY}` });
    expect(secretKeys).toEqual([other, Buffer.from(KEY, 'hex')]);
  });

  it('TRUST_PROXY is a list', () => {
    expect(settingsOf({ TRUST_PROXY: '10.0.0.1, 192.168.0.0/16, fd00::/8, loopback,' }).trustedProxies).toEqual([
      '10.0.0.1',
      '192.168.0.0/16',
      'fd00::/8',
      'loopback',
    ]);
  });

  it('DATABASE_URL keeps the kind of server, because schema drift differs between MariaDB and MySQL', () => {
    expect(settingsOf({ DATABASE_URL: MARIADB, SECRET_KEY: KEY }).database).toEqual({ type: 'mariadb', url: MARIADB });
    const mysql = MARIADB.replace('mariadb', 'mysql');
    expect(settingsOf({ DATABASE_URL: mysql, SECRET_KEY: KEY }).database.type).toBe('mysql');
    expect(settingsOf({ DATABASE_URL: 'sqlite:/x/y.sqlite' }).database).toEqual({
      type: 'better-sqlite3',
      database: '/x/y.sqlite',
    });
  });
});

const smtpOf = (url: string) => settingsOf({ SMTP_URL: url }).smtp;
const from = (environment: Environment) => settingsOf(environment).mailFrom;

describe('the mail server', () => {
  it('is found by host and port, and signed in to by what the URL encodes', () => {
    const credentials = { user: 'door@ward', password: 'p/w%' };
    expect(smtpOf('smtp://door%40ward:p%2Fw%25@mail.example.com')).toEqual({
      host: 'mail.example.com',
      port: 587,
      tls: 'required',
      credentials,
    });
    expect(smtpOf('smtps://mail.example.com')).toEqual({ host: 'mail.example.com', port: 465, tls: 'at-once' });
    expect(smtpOf('smtps://[2001:db8::25]:2465')).toMatchObject({ host: '2001:db8::25', port: 2465 });
  });

  it('is told nothing without TLS, unless it is this machine or the URL says so (RFC 3207 §6)', () => {
    expect(smtpOf('smtp://localhost:1025')?.tls).toBe('if-offered');
    expect(smtpOf('smtp://127.0.0.1:1025')?.tls).toBe('if-offered');
    expect(smtpOf('smtp://relay.internal:25?tls=off')?.tls).toBe('if-offered');
    expect(smtpOf('smtp://localhost.example.com:1025')?.tls).toBe('required');
  });

  it('takes mail from the host of the issuer, or from whom MAIL_FROM names', () => {
    expect(from({ ISSUER: 'https://login.example.com:8443' }).address).toBe('no-reply@login.example.com');
    expect(from({ MAIL_FROM: 'Anmeldung für Jörg <login@example.com>' })).toEqual({
      name: 'Anmeldung für Jörg',
      address: 'login@example.com',
    });
    expect(from({ MAIL_FROM: 'login@example.com' })).toEqual({ name: '', address: 'login@example.com' });
  });
});

describe('a fault', () => {
  const faulty: Readonly<Record<string, readonly string[]>> = {
    ISSUER: [
      'login.example.com',
      'ftp://login.example.com',
      'http://login.example.com',
      'http://localhost.evil.example',
      'http://127.0.0.1.evil.example',
      'https://login.example.com/auth',
      'https://login.example.com/?a=b',
      'https://login.example.com/#top',
      'https://user:hunter22@login.example.com',
    ],
    PORT: ['http', '-1', '65536', '3000.5', '0x50', ' 3000', '1e3', '９'],
    DATABASE_URL: [
      'postgres://doorward:hunter22@db/doorward',
      'sqlite:',
      'mariadb://doorward:hunter22@',
      'mariadb://doorward:hunter22@db:3306/',
      'mariadb:doorward:hunter22',
      'hunter22',
    ],
    SECRET_KEY: ['hunter22', 'ab'.repeat(31), 'ab'.repeat(33), `${KEY},hunter22`, `${KEY},`, 'zz'.repeat(32)],
    TRUST_PROXY: ['proxy.example.com', '10.0.0.1, everyone', '10.0.0.0/33', '0.0.0.0/0', '::/0', '10.0.0.0/', '10.0.0'],
    WEB_CONCURRENCY: ['0', '257', 'all'],
    AUTO_MIGRATE: ['yes', 'TRUE', '1'],
    REGISTRATION: ['public', 'Open'],
    APP_REGISTRATION: ['public'],
    SMTP_URL: [
      'hunter22',
      'https://doorward:hunter22@mail.example.com',
      'smtp://',
      'smtp://doorward:hunter22@mail.example.com/inbox',
      'smtp://doorward:hunter22@mail.example.com?tls=maybe',
      'smtp://doorward:hunter22%@mail.example.com',
    ],
    MAIL_FROM: ['Doorward', 'no-reply@', 'a@example.com, b@example.com', 'A <a@example.com>, B <b@example.com>'],
    LOG_LEVEL: ['loud', 'INFO'],
  };
  const cases = Object.entries(faulty).flatMap(([name, values]) => values.map((value) => [name, value] as const));

  it.each(cases)(
    '%s=%s is one sentence that begins with the variable, says the fix and holds no secret',
    (name, value) => {
      const faults = faultsOf({ [name]: value });
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatch(new RegExp(`^${name} [^\n]+: [^\n]+\\.$|^${name} .+, like .+\\.$`));
      expect(faults[0]).not.toContain('hunter22');
    },
  );

  it('does not hide another one: every faulty variable is told at once', () => {
    const environment = Object.fromEntries(Object.entries(faulty).map(([name, [value]]) => [name, value]));
    const named = faultsOf(environment).map((fault) => fault.split(' ', 1)[0]);
    expect(named.toSorted((a = '', b = '') => a.localeCompare(b))).toEqual(Object.keys(faulty).toSorted());
  });

  it('is a SECRET_KEY that is missing where no data directory can hold it', () => {
    expect(faultsOf({ DATABASE_URL: MARIADB })).toEqual([
      expect.stringMatching(/^SECRET_KEY is not set: .*openssl rand/),
    ]);
  });

  it('is a data directory that cannot be one', () => {
    const DATA_DIR = join(folder, 'file', 'data');
    writeFileSync(join(folder, 'file'), '');
    expect(faultsOf({ DATA_DIR })).toEqual([expect.stringMatching(/^DATA_DIR is '.+': let this user write there/)]);
  });

  it('is a key file that holds no key: it is never replaced, because it may be all that opens what is stored', () => {
    const DATA_DIR = join(folder, 'data');
    mkdirSync(DATA_DIR);
    writeFileSync(join(DATA_DIR, 'secret.key'), 'hunter22');
    expect(faultsOf({ DATA_DIR })).toEqual([expect.stringMatching(/^DATA_DIR holds a secret\.key .+: restore it/)]);
    expect(readFileSync(join(DATA_DIR, 'secret.key'), 'utf8')).toBe('hunter22');
  });
});

describe('the description of the environment', () => {
  it('lists every variable in the order of the list, with the source of its value', () => {
    const reports = describeEnvironment({ PORT: '8080', LOG_LEVEL: '' });
    expect(reports.map(({ name }) => name)).toEqual(Object.keys(VARIABLES));
    expect(reports.find(({ name }) => name === 'PORT')).toMatchObject({ source: 'environment', shown: '8080' });
    expect(reports.find(({ name }) => name === 'LOG_LEVEL')).toMatchObject({ source: 'default', shown: 'info' });
  });

  it('shows no value that may hold a secret', () => {
    const shown = JSON.stringify(describeEnvironment({ SECRET_KEY: KEY, DATABASE_URL: MARIADB }));
    expect(shown).not.toContain(KEY);
    expect(shown).not.toContain('hunter22');
    expect(shown).toContain('(set, not shown)');
  });
});
