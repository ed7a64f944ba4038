import { DATABASE_URL_FORMS, parseDatabaseUrl } from './database-url.js';
import { parseIssuer } from './issuer.js';
import { parseMailFrom } from './mail-from.js';
import { parseSecretKeys } from './secret-key.js';
import type {
  DatabaseSettings,
  DynamicRegistrationPolicy,
  MailAddress,
  RegistrationPolicy,
  SmtpServer,
} from './settings.js';
import { parseSmtpUrl, SMTP_URL_FORMS } from './smtp-url.js';
import { parseTrustedProxies } from './trusted-proxies.js';
import { VariableFault } from './variable-fault.js';

/** One environment variable: the list below is the configuration, its documentation and its check. */
export interface Variable<T> {
  readonly name: string;
  /** What the README's table shows as default. */
  readonly defaultText: string;
  readonly effect: string;
  readonly isSecret?: boolean;
  /** Turns the text into the value, or throws `VariableFault`. Never called with an empty text. */
  readonly parse: (text: string) => T;
}

export const POLICIES: readonly RegistrationPolicy[] = ['open', 'invite', 'closed'];
export const DYNAMIC_POLICIES: readonly DynamicRegistrationPolicy[] = ['token', 'open', 'off'];
export const DEFAULT_SIGNING_KEY_DAYS = 90;
export const DEFAULT_AUDIT_DAYS = 365;
export const AUDIT_DAYS_RANGE = { least: 1, most: 36_500 } as const;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Every variable that Doorward reads. Order is the order of the documentation. */
export const VARIABLES = {
  ISSUER: {
    name: 'ISSUER',
    defaultText: 'http://localhost:$PORT',
    effect: 'the public URL of this server; https is required unless the host is a loopback address',
    parse: parseIssuer,
  } satisfies Variable<string>,
  HOST: {
    name: 'HOST',
    defaultText: '127.0.0.1',
    effect: 'the address to listen on; 0.0.0.0 for every IPv4 address',
    parse: (text) => text,
  } satisfies Variable<string>,
  PORT: {
    name: 'PORT',
    defaultText: '3000',
    effect: 'the port to listen on',
    parse: wholeNumber('PORT', 0, 65_535),
  } satisfies Variable<number>,
  DATABASE_URL: {
    name: 'DATABASE_URL',
    defaultText: 'sqlite:$DATA_DIR/doorward.sqlite',
    effect: `where the rows live: ${DATABASE_URL_FORMS}`,
    isSecret: true,
    parse: parseDatabaseUrl,
  } satisfies Variable<DatabaseSettings>,
  DATA_DIR: {
    name: 'DATA_DIR',
    defaultText: './data',
    effect: 'the SQLite database and the generated secret key of the embedded default',
    parse: (text) => text,
  } satisfies Variable<string>,
  SECRET_KEY: {
    name: 'SECRET_KEY',
    defaultText: 'generated into DATA_DIR on SQLite, required elsewhere',
    effect:
      '256 bits as 64 hex digits or 43 base64url characters; seals stored keys; a comma-separated list rotates it, newest first',
    isSecret: true,
    parse: parseSecretKeys,
  } satisfies Variable<readonly Buffer[]>,
  TRUST_PROXY: {
    name: 'TRUST_PROXY',
    defaultText: 'none',
    effect: 'comma-separated addresses or networks of proxies whose X-Forwarded headers count',
    parse: parseTrustedProxies,
  } satisfies Variable<readonly string[]>,
  WEB_CONCURRENCY: {
    name: 'WEB_CONCURRENCY',
    defaultText: '1 on SQLite, the number of cores elsewhere',
    effect: 'the number of server processes that share the port',
    parse: wholeNumber('WEB_CONCURRENCY', 1, 256),
  } satisfies Variable<number>,
  AUTO_MIGRATE: {
    name: 'AUTO_MIGRATE',
    defaultText: 'true',
    effect: 'run pending migrations at start, under a lock',
    parse: oneOf('AUTO_MIGRATE', ['true', 'false'] as const, (text) => text === 'true'),
  } satisfies Variable<boolean>,
  REGISTRATION: {
    name: 'REGISTRATION',
    defaultText: 'open',
    effect: 'who may sign up: open to all, by invite of an admin, or closed to the invited as well',
    parse: oneOf('REGISTRATION', POLICIES, (text) => text),
  } satisfies Variable<RegistrationPolicy>,
  APP_REGISTRATION: {
    name: 'APP_REGISTRATION',
    defaultText: 'open',
    effect: 'who may register apps: open to every user, by invite (admins only for now), or closed',
    parse: oneOf('APP_REGISTRATION', POLICIES, (text) => text),
  } satisfies Variable<RegistrationPolicy>,
  DYNAMIC_REGISTRATION: {
    name: 'DYNAMIC_REGISTRATION',
    defaultText: 'token',
    effect: 'whether apps may register themselves (RFC 7591): with an initial access token, open to all, or off',
    parse: oneOf('DYNAMIC_REGISTRATION', DYNAMIC_POLICIES, (text) => text),
  } satisfies Variable<DynamicRegistrationPolicy>,
  SIGNING_KEY_DAYS: {
    name: 'SIGNING_KEY_DAYS',
    defaultText: String(DEFAULT_SIGNING_KEY_DAYS),
    effect: 'how many days a signing key signs before the next one, published long before, takes over',
    parse: wholeNumber('SIGNING_KEY_DAYS', 1, 3_650),
  } satisfies Variable<number>,
  AUDIT_DAYS: {
    name: 'AUDIT_DAYS',
    defaultText: String(DEFAULT_AUDIT_DAYS),
    effect: 'how many days the audit log is kept',
    parse: wholeNumber('AUDIT_DAYS', AUDIT_DAYS_RANGE.least, AUDIT_DAYS_RANGE.most),
  } satisfies Variable<number>,
  SMTP_URL: {
    name: 'SMTP_URL',
    defaultText: 'none: development shows mails at /dev/mail, elsewhere none is sent',
    effect: `the server that takes outgoing mail: ${SMTP_URL_FORMS}`,
    isSecret: true,
    parse: (text): SmtpServer | undefined => parseSmtpUrl(text),
  } satisfies Variable<SmtpServer | undefined>,
  MAIL_FROM: {
    name: 'MAIL_FROM',
    defaultText: 'Doorward <no-reply@$ISSUER_HOST>',
    effect: 'whom mail comes from; an address, or a name with the address in angle brackets',
    parse: parseMailFrom,
  } satisfies Variable<MailAddress>,
  METRICS_PORT: {
    name: 'METRICS_PORT',
    defaultText: 'none',
    effect: 'a port of its own for metrics in the format of Prometheus, at /metrics; without it there are none',
    parse: wholeNumber('METRICS_PORT', 1, 65_535),
  } satisfies Variable<number>,
  METRICS_HOST: {
    name: 'METRICS_HOST',
    defaultText: '127.0.0.1',
    effect: 'the address to serve metrics on; whoever reaches it can read them',
    parse: (text) => text,
  } satisfies Variable<string>,
  LOG_LEVEL: {
    name: 'LOG_LEVEL',
    defaultText: 'info',
    effect: `the least severe log line written: ${LOG_LEVELS.join(', ')}`,
    parse: oneOf('LOG_LEVEL', LOG_LEVELS, (text) => text),
  } satisfies Variable<string>,
};

export type VariableName = keyof typeof VARIABLES;

function wholeNumber(name: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most)) {
      throw new VariableFault(`${name} is '${text}': set it to a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}

function oneOf<C extends string, T>(name: string, choices: readonly C[], value: (text: C) => T): (text: string) => T {
  return (text) => {
    const choice = choices.find((candidate) => candidate === text);
    if (choice === undefined) throw new VariableFault(`${name} is '${text}': set it to one of ${choices.join(', ')}.`);
    return value(choice);
  };
}
