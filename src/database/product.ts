import type { DataSource } from 'typeorm';

export type Product = 'SQLite' | 'MariaDB' | 'MySQL';

/** What the database says that it is, with its version. */
export async function productOf(source: DataSource): Promise<{ readonly product: Product; readonly version: string }> {
  if (source.options.type === 'better-sqlite3') {
    return { product: 'SQLite', version: await valueOf(source, 'SELECT sqlite_version() AS value') };
  }
  const version = await valueOf(source, 'SELECT VERSION() AS value');
  // The version can be set to any text; the comment is the builder's.
  const comment = await valueOf(source, 'SELECT @@version_comment AS value');
  return { product: /mariadb/i.test(version + comment) ? 'MariaDB' : 'MySQL', version: version.split('-', 1)[0] ?? '' };
}

async function valueOf(source: DataSource, query: string): Promise<string> {
  const [row] = await source.query<[{ value: unknown }]>(query);
  return String(row.value);
}
