import type { DataSource, EntityManager } from 'typeorm';

const NOW = {
  // SQLite: seconds with a fraction since 3.42.
  'better-sqlite3': "CAST(unixepoch('subsec') * 1000 AS INTEGER)",
  // Not UNIX_TIMESTAMP(NOW()): that goes through the session's time zone and repeats an hour when summer time ends.
  mariadb: "(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(3)) DIV 1000)",
  mysql: "(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(3)) DIV 1000)",
} as const;

/** The next version of a row: the database's clock, and always later than the version before. For `updated_at`. */
export function sqlNextVersion(source: DataSource | EntityManager): string {
  const now = sqlNow(source);
  return `CASE WHEN updated_at >= ${now} THEN updated_at + 1 ELSE ${now} END`;
}

/**
 * The database's own clock as a SQL expression in UTC epoch milliseconds. It decides expiry, so that several
 * processes with clocks that differ agree on what is still valid.
 */
export function sqlNow(source: DataSource | EntityManager): string {
  const { options } = 'connection' in source ? source.connection : source;
  const now = NOW[options.type as keyof typeof NOW];
  if (now === undefined) throw new Error(`no clock is known for database type ${options.type}`);
  return now;
}
