import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { LIFETIMES, signingKeySettings } from './lifetimes.js';
import { defaultMailFrom } from './mail-from.js';
import { meantBy } from './misspelt.js';
import { existingSecretKey, generatedSecretKey } from './secret-key.js';
import { type DatabaseSettings, Settings, type VariableReport } from './settings.js';
import { VariableFault } from './variable-fault.js';
import {
  DEFAULT_AUDIT_DAYS,
  DEFAULT_SIGNING_KEY_DAYS,
  VARIABLES,
  type Variable,
  type VariableName,
} from './variables.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Every fault of a configuration at once, one sentence each. */
export class ConfigurationError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/**
 * Parses the environment into settings; the only reader of `process.env`. Makes the embedded default's key if missing.
 * @throws ConfigurationError that names every faulty variable and its fix
 */
export function loadSettings(environment: Environment = process.env): Settings {
  return settingsOf(environment, generatedSecretKey);
}

/**
 * The same for looking only: nothing is made, so there may be no secret key yet.
 * @throws ConfigurationError
 */
export function inspectSettings(environment: Environment = process.env): Settings {
  return settingsOf(environment, existingSecretKey);
}

type EmbeddedKey = (dataDirectory: string) => readonly Buffer[];

function settingsOf(environment: Environment, embeddedKey: EmbeddedKey): Settings {
  const reader = new Reader(environment);
  const port = reader.value('PORT', () => 3000);
  const dataDirectory = reader.value('DATA_DIR', () => './data');
  const database = reader.value('DATABASE_URL', () => embeddedDatabase(dataDirectory));
  const isEmbedded = database?.type === 'better-sqlite3';
  const issuer = reader.value('ISSUER', () => `http://localhost:${port}`);
  const settings = {
    issuer,
    isHttps: issuer?.startsWith('https:'),
    host: reader.value('HOST', () => '127.0.0.1'),
    port,
    database,
    dataDirectory,
    secretKeys: reader.value('SECRET_KEY', () => defaultSecretKeys(database, () => embeddedKey(dataDirectory ?? '.'))),
    trustedProxies: reader.value('TRUST_PROXY', () => []),
    webConcurrency: reader.value('WEB_CONCURRENCY', () => (isEmbedded ? 1 : availableParallelism())),
    autoMigrate: reader.value('AUTO_MIGRATE', () => true),
    registration: reader.value('REGISTRATION', () => 'open'),
    appRegistration: reader.value('APP_REGISTRATION', () => 'open'),
    dynamicRegistration: reader.value('DYNAMIC_REGISTRATION', () => 'token'),
    smtp: reader.value('SMTP_URL', () => undefined),
    mailFrom: reader.value('MAIL_FROM', () => defaultMailFrom(issuer)),
    metricsPort: reader.value('METRICS_PORT', () => 0),
    metricsHost: reader.value('METRICS_HOST', () => '127.0.0.1'),
    logLevel: reader.value('LOG_LEVEL', () => 'info'),
    lifetimes: LIFETIMES,
    auditDays: reader.value('AUDIT_DAYS', () => DEFAULT_AUDIT_DAYS) ?? DEFAULT_AUDIT_DAYS,
    signingKeys: signingKeySettings(reader.value('SIGNING_KEY_DAYS', () => DEFAULT_SIGNING_KEY_DAYS) ?? 0),
    variables: describeEnvironment(environment),
  };
  if (reader.faults.length > 0) throw new ConfigurationError(reader.faults);
  return Object.freeze(Object.assign(new Settings(), settings));
}

function embeddedDatabase(dataDirectory: string | undefined): DatabaseSettings {
  return { type: 'better-sqlite3', database: join(dataDirectory ?? '.', 'doorward.sqlite') };
}

function defaultSecretKeys(
  database: DatabaseSettings | undefined,
  embeddedKey: () => readonly Buffer[],
): readonly Buffer[] {
  if (database === undefined) return []; // its own fault is told already
  if (database.type === 'better-sqlite3') return embeddedKey();
  throw new VariableFault(
    "SECRET_KEY is not set: make one with 'openssl rand -hex 32'; it is required with this DATABASE_URL.",
  );
}

/** Lists every variable with its source; a secret's value is never shown. */
export function describeEnvironment(environment: Environment = process.env): VariableReport[] {
  return Object.entries(VARIABLES).map(([name, variable]: [string, Variable<unknown>]) => {
    const text = environment[name];
    const isSet = text !== undefined && text !== '';
    return {
      name: name as VariableName,
      source: isSet ? 'environment' : 'default',
      shown: !isSet ? variable.defaultText : variable.isSecret === true ? '(set, not shown)' : text,
      effect: variable.effect,
      isSecret: variable.isSecret === true,
    };
  });
}

/** Variables that are none of ours, but nearly: what they say counts for nothing. */
export function misspeltVariables(environment: Environment = process.env): { name: string; meant: string }[] {
  const known = Object.keys(VARIABLES);
  return Object.keys(environment)
    .filter((name) => !known.includes(name))
    .flatMap((name) => {
      const meant = meantBy(name, known);
      return meant === undefined ? [] : [{ name, meant }];
    });
}

type Value<N extends VariableName> = ReturnType<(typeof VARIABLES)[N]['parse']>;

/** Reads variables one by one and keeps going after a fault, so that all faults are told at once. */
class Reader {
  readonly faults: string[] = [];

  constructor(private readonly environment: Environment) {}

  /** The variable's value, or the default when it is not set; undefined after a fault, which is kept. */
  value<N extends VariableName>(name: N, fallback: () => Value<N>): Value<N> | undefined {
    const text = this.environment[name];
    const { parse } = VARIABLES[name] as Variable<Value<N>>;
    return this.attempt(() => (text === undefined || text === '' ? fallback() : parse(text)));
  }

  private attempt<T>(produce: () => T): T | undefined {
    try {
      return produce();
    } catch (error) {
      if (!(error instanceof VariableFault)) throw error;
      this.faults.push(error.message);
      return undefined;
    }
  }
}

/** A variable that is none of ours: a document refers to it for a secret. Empty counts as not set. */
export function environmentValue(name: string, environment: Environment = process.env): string | undefined {
  return environment[name] || undefined;
}
