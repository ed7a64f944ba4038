import { createConnection } from 'mysql2/promise';

/**
 * Makes the database of a MySQL or MariaDB server if it is missing and the user may do so. Failures are not told here:
 * the command line, which is next, names them with what to do.
 */
export async function createDatabaseIfMissing(databaseUrl: string): Promise<void> {
  if (!/^(?:mysql|mariadb):\/\//.test(databaseUrl) || !URL.canParse(databaseUrl)) return;
  const url = new URL(databaseUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  try {
    const connection = await createConnection({
      host: url.hostname,
      port: Number(url.port || 3306),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      connectTimeout: 3_000,
    });
    await connection.query('CREATE DATABASE IF NOT EXISTS ?? CHARACTER SET utf8mb4', [name]);
    await connection.end();
  } catch {
    // Perhaps it is there and this user may only use it.
  }
}
