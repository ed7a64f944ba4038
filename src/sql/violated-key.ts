import { QueryFailedError } from 'typeorm';

/**
 * The unique key that a failed write hit: the name of the index on MariaDB and MySQL, `table.column` on SQLite.
 * Undefined for any other error. Uniqueness is decided by the index alone, so this is how a race is noticed.
 */
export function violatedKey(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { code, message } = error.driverError as Error & { code?: string };
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
    return /^UNIQUE constraint failed: (.+)$/.exec(message)?.[1];
  }
  // The refused value stands in the message too and may look like anything: only the end counts.
  if (code === 'ER_DUP_ENTRY') return /for key '(?:\w+\.)?(\w+)'$/.exec(message)?.[1];
  return undefined;
}
