import type { DatabaseSettings } from '../config/settings.js';
import { UnusableDatabaseError } from './unusable-database-error.js';

type Sentence = (database: DatabaseSettings) => string;

const UNREACHABLE: Sentence = (database) =>
  `The database at ${placeOf(database)} does not answer: start it, or correct DATABASE_URL.`;
const REFUSED: Sentence = (database) =>
  `The database server at ${placeOf(database)} refuses the user of DATABASE_URL: correct user name and password, or grant it the database.`;
const NO_DATABASE: Sentence = (database) =>
  `There is no database ${nameOf(database)} at ${placeOf(database)}: make it with 'CREATE DATABASE ${nameOf(database)}', or correct DATABASE_URL.`;
const UNOPENABLE: Sentence = (database) =>
  `The database file ${placeOf(database)} cannot be opened: let this user write there, or set DATA_DIR or DATABASE_URL to another place.`;
const BROKEN: Sentence = (database) =>
  `${placeOf(database)} is not a readable SQLite database: restore it from a backup, or set DATABASE_URL to another file.`;
const BUSY: Sentence = () => 'The database is busy: another process holds a lock. Try again in a moment.';
const NOT_MIGRATED: Sentence = () => "The database lacks tables: run 'doorward migrate'.";

const SENTENCES: Readonly<Record<string, Sentence>> = {
  ECONNREFUSED: UNREACHABLE,
  ECONNRESET: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  EAI_AGAIN: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  PROTOCOL_CONNECTION_LOST: UNREACHABLE,
  ER_CON_COUNT_ERROR: UNREACHABLE,
  ER_ACCESS_DENIED_ERROR: REFUSED,
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: REFUSED,
  ER_DBACCESS_DENIED_ERROR: REFUSED,
  ER_BAD_DB_ERROR: NO_DATABASE,
  SQLITE_CANTOPEN: UNOPENABLE,
  SQLITE_READONLY: UNOPENABLE,
  EACCES: UNOPENABLE,
  EPERM: UNOPENABLE,
  EROFS: UNOPENABLE,
  ENOTDIR: UNOPENABLE,
  EEXIST: UNOPENABLE,
  SQLITE_NOTADB: BROKEN,
  SQLITE_CORRUPT: BROKEN,
  SQLITE_BUSY: BUSY,
  ER_LOCK_WAIT_TIMEOUT: BUSY,
  ER_NO_SUCH_TABLE: NOT_MIGRATED,
};

/**
 * What a failure of the database means for the person who runs the server: one sentence with the fix, without user
 * name or password. Undefined for any other error.
 */
export function databaseFault(error: unknown, database: DatabaseSettings): string | undefined {
  if (error instanceof UnusableDatabaseError) return error.message;
  const cause = error instanceof Error && 'driverError' in error ? error.driverError : error;
  if (!(cause instanceof Error)) return undefined;
  if (cause.message.startsWith('no such table')) return NOT_MIGRATED(database);
  // better-sqlite3 says itself that a folder of the path is missing or no folder.
  if (cause.message.startsWith('Cannot open database')) return UNOPENABLE(database);
  const code = 'code' in cause ? String(cause.code) : '';
  return SENTENCES[code]?.(database);
}

/** The file, or host and port. */
function placeOf(database: DatabaseSettings): string {
  return database.type === 'better-sqlite3' ? database.database : new URL(database.url).host;
}

function nameOf(database: DatabaseSettings): string {
  return database.type === 'better-sqlite3' ? database.database : new URL(database.url).pathname.slice(1);
}
