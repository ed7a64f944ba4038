import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { createPool } from 'mysql2/promise';
import { measure, type Measurement } from './measure.ts';

const NAME = 'a plain INSERT';

/** The yardstick: one durable single-row INSERT at a time into the same database, without any server around it. */
export function rawInserts(databaseUrl: string, count: number, concurrency: number): Promise<Measurement> {
  return databaseUrl.startsWith('sqlite:')
    ? intoSqlite(databaseUrl.slice('sqlite:'.length), count, concurrency)
    : intoServer(databaseUrl, count, concurrency);
}

async function intoSqlite(file: string, count: number, concurrency: number): Promise<Measurement> {
  const database = new DatabaseSync(file, { timeout: 3_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('CREATE TABLE IF NOT EXISTS bench_rows (id blob PRIMARY KEY, text varchar(200))');
  const insert = database.prepare('INSERT INTO bench_rows VALUES (?, ?)');
  const result = await measure(NAME, count, concurrency, async () => {
    insert.run(randomBytes(32), 'x'.repeat(150));
  });
  database.exec('DROP TABLE bench_rows');
  database.close();
  return result;
}

async function intoServer(url: string, count: number, concurrency: number): Promise<Measurement> {
  const pool = createPool({ uri: url.replace(/^mariadb:/, 'mysql:'), connectionLimit: 16 });
  await pool.query('CREATE TABLE IF NOT EXISTS bench_rows (id BINARY(32) PRIMARY KEY, text VARCHAR(200))');
  const result = await measure(NAME, count, concurrency, async () => {
    await pool.query('INSERT INTO bench_rows VALUES (?, ?)', [randomBytes(32), 'x'.repeat(150)]);
  });
  await pool.query('DROP TABLE bench_rows');
  await pool.end();
  return result;
}
