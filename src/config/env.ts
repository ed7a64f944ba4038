import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { LIFETIMES } from './lifetimes.js';
import { generatedSecretKey } from './secret-key.js';
import { Settings } from './settings.js';
import { VariableFault } from './variable-fault.js';
import { VARIABLES, type Variable, type VariableName } from './variables.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Every fault of a configuration at once, one sentence each. */
export class ConfigurationError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/**
 * Parses the environment into settings; the only reader of `process.env`.
 * @throws ConfigurationError that names every faulty variable and its fix
 */
export function loadSettings(environment: Environment = process.env): Settings {
  const reader = new Reader(environment);
  const port = reader.read('PORT') ?? 3000;
  const dataDirectory = reader.read('DATA_DIR') ?? './data';
  const database = reader.read('DATABASE_URL') ?? {
    type: 'better-sqlite3' as const,
    database: join(dataDirectory, 'doorward.sqlite'),
  };
  const isEmbedded = database.type === 'better-sqlite3';
  const issuer = reader.read('ISSUER') ?? `http://localhost:${port}`;
  const settings: Settings = {
    issuer,
    isHttps: issuer.startsWith('https:'),
    host: reader.read('HOST') ?? '127.0.0.1',
    port,
    database,
    dataDirectory,
    secretKeys: reader.read('SECRET_KEY') ?? reader.attempt(() => defaultSecretKeys(isEmbedded, dataDirectory)) ?? [],
    trustedProxies: reader.read('TRUST_PROXY') ?? [],
    webConcurrency: reader.read('WEB_CONCURRENCY') ?? (isEmbedded ? 1 : availableParallelism()),
    autoMigrate: reader.read('AUTO_MIGRATE') ?? true,
    registration: reader.read('REGISTRATION') ?? 'open',
    appRegistration: reader.read('APP_REGISTRATION') ?? 'open',
    logLevel: reader.read('LOG_LEVEL') ?? 'info',
    lifetimes: LIFETIMES,
  };
  if (reader.faults.length > 0) throw new ConfigurationError(reader.faults);
  return Object.freeze(Object.assign(new Settings(), settings));
}

function defaultSecretKeys(isEmbedded: boolean, dataDirectory: string): readonly Buffer[] {
  if (isEmbedded) return generatedSecretKey(dataDirectory);
  throw new VariableFault("SECRET_KEY is not set: make one with 'openssl rand -hex 32'; it is required with this DATABASE_URL.");
}

/** Where a variable's value comes from, and the value as it may be shown. */
export interface VariableReport {
  readonly name: string;
  readonly source: 'environment' | 'default';
  readonly shown: string;
  readonly effect: string;
}

/** Lists every variable with its source; a secret's value is never shown. */
export function describeEnvironment(environment: Environment = process.env): VariableReport[] {
  return Object.values(VARIABLES).map((variable: Variable<unknown>) => {
    const text = environment[variable.name];
    const isSet = text !== undefined && text !== '';
    return {
      name: variable.name,
      source: isSet ? 'environment' : 'default',
      shown: !isSet ? variable.defaultText : variable.isSecret === true ? '(set, not shown)' : text,
      effect: variable.effect,
    };
  });
}

/** Reads variables one by one and keeps going after a fault, so that all faults are told at once. */
class Reader {
  readonly faults: string[] = [];

  constructor(private readonly environment: Environment) {}

  read<N extends VariableName>(name: N): ReturnType<(typeof VARIABLES)[N]['parse']> | undefined {
    const text = this.environment[name];
    if (text === undefined || text === '') return undefined;
    const { parse } = VARIABLES[name] as Variable<ReturnType<(typeof VARIABLES)[N]['parse']>>;
    return this.attempt(() => parse(text));
  }

  attempt<T>(produce: () => T): T | undefined {
    try {
      return produce();
    } catch (error) {
      if (!(error instanceof VariableFault)) throw error;
      this.faults.push(error.message);
      return undefined;
    }
  }
}
