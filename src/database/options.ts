import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource, type DataSourceOptions, type Logger, type ObjectLiteral } from 'typeorm';
import type { DatabaseSettings } from '../config/settings.js';
import { ENTITIES } from './entities.js';
import { MIGRATIONS } from './migrations/index.js';
import { SilentLog } from './silent-log.js';

/** mysql2's queue has no bound of its own; beyond this many waiting statements a request is refused with 503. */
const POOL_SIZE = 16;
const QUEUE_LIMIT = 200;
const CONNECT_TIMEOUT_MS = 1_500;
const SQLITE_BUSY_TIMEOUT_MS = 3_000;

/** TypeORM options for the given database. `synchronize` is never on: the schema comes from the migrations. */
export function dataSourceOptions(database: DatabaseSettings, logger?: Logger): DataSourceOptions {
  const common = {
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'doorward_migrations',
    migrationsTransactionMode: 'each' as const,
    synchronize: false,
    ...(logger ? { logger, logging: true } : { logger: new SilentLog(), logging: false }),
  };
  if (database.type === 'better-sqlite3') {
    return {
      ...common,
      type: 'better-sqlite3',
      database: database.database,
      enableWAL: database.database !== ':memory:',
      timeout: SQLITE_BUSY_TIMEOUT_MS,
      prepareDatabase: (db: { pragma: (statement: string) => unknown }) => {
        // An acknowledged token must survive a power cut, so every commit reaches the disk.
        db.pragma('synchronous = FULL');
      },
    };
  }
  return {
    ...common,
    type: database.type,
    url: database.url,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    connectTimeout: CONNECT_TIMEOUT_MS,
    poolSize: POOL_SIZE,
    extra: { queueLimit: QUEUE_LIMIT },
  };
}

/** Makes the data source that the server, the command line, the tests and TypeORM's own CLI share. Not yet connected. */
export function createDataSource(database: DatabaseSettings, logger?: Logger): DataSource {
  if (database.type === 'better-sqlite3' && database.database !== ':memory:') {
    mkdirSync(dirname(database.database), { recursive: true, mode: 0o700 });
  }
  const source = new DataSource(dataSourceOptions(database, logger));
  acceptMysqlTypeNames(source);
  bindNumbers(source);
  return source;
}

/**
 * SQLite takes any type name and keeps bytes as bytes; only TypeORM's list of names is narrower. Telling it the two
 * MySQL names that we use lets one set of entities and one migration history serve both databases.
 */
function acceptMysqlTypeNames({ driver }: DataSource): void {
  if (driver.options.type !== 'better-sqlite3') return;
  driver.supportedDataTypes.push('binary', 'mediumblob');
  driver.withLengthColumnTypes.push('binary');
}

/**
 * TypeORM writes numbers, and so times, into the text of a statement for SQLite. Then hardly a text comes twice: each one is
 * compiled for nothing, and the hundred that are kept fill the memory; of an import each one is as large as a batch.
 */
function bindNumbers({ driver }: DataSource): void {
  if (driver.options.type !== 'better-sqlite3') return;
  const escape = driver.escapeQueryWithParameters.bind(driver);
  driver.escapeQueryWithParameters = (sql, parameters) => escape(sql, withBigInts(parameters));
}

/** A JavaScript number would be bound as a floating-point one beyond 31 bits. */
function withBigInts(parameters: ObjectLiteral): ObjectLiteral {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]: [string, unknown]) => [
      name,
      Number.isSafeInteger(value) ? BigInt(value as number) : value,
    ]),
  );
}
