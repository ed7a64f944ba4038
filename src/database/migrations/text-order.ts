import type { QueryRunner } from 'typeorm';

/* Like columns.ts, frozen. */

/** Compares text by its bytes, spaces at the end included. Named differently by the two servers. */
const BY_BYTES: Partial<Record<string, string>> = { mariadb: 'utf8mb4_nopad_bin', mysql: 'utf8mb4_0900_bin' };

/**
 * SQLite compares text by bytes; MySQL's defaults ignore case, accents and spaces at the end, so that the client id
 * `ABC ` would find `abc`. The tables inherit the database's collation.
 */
export async function compareTextByBytes(runner: QueryRunner): Promise<void> {
  const collation = BY_BYTES[runner.connection.options.type];
  if (collation !== undefined) await runner.query(`ALTER DATABASE CHARACTER SET utf8mb4 COLLATE ${collation}`);
}
