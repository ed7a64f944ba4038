import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { index, unique, varchar } from './columns.js';

const TOKENS = 'oauth_access_tokens';
const TOKENS_BY_ID = new TableIndex(unique('uq_oauth_access_tokens_id', 'id'));

/** Of one app the newest first: an index that begins with the app and goes on in the order of the list. */
const BY_CLIENT = [TOKENS, 'oauth_grants', 'oauth_consents'].map((table) => ({
  table,
  before: new TableIndex(index(`ix_${table}_client`, 'client_row_id')),
  after: new TableIndex(index(`ix_${table}_client_newest`, 'client_row_id', 'id')),
}));

/** UUIDv7 of the moment that the row was made (RFC 9562 §5.7). */
const SQLITE_ID = `printf('%08x-%04x-7', created_at >> 16, created_at & 65535) || substr(lower(hex(randomblob(2))), 2)
  || '-8' || substr(lower(hex(randomblob(2))), 2) || '-' || lower(hex(randomblob(6)))`;
const MYSQL_ID = `LOWER(CONCAT(LPAD(HEX(created_at >> 16), 8, '0'), '-', LPAD(HEX(created_at & 65535), 4, '0'),
  '-7', LPAD(HEX(FLOOR(RAND() * 4096)), 3, '0'), '-8', LPAD(HEX(FLOOR(RAND() * 4096)), 3, '0'),
  '-', LPAD(HEX(FLOOR(RAND() * 281474976710656)), 12, '0')))`;

/** Access tokens get an id by which they can be spoken of: it opens nothing, and nothing of the token can be told from it. */
export class ListedTokens1795600700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const id = runner.connection.options.type === 'better-sqlite3' ? SQLITE_ID : MYSQL_ID;
    await runner.addColumn(TOKENS, new TableColumn(varchar('id', 36, 'NULL')));
    await runner.query(`UPDATE ${TOKENS} SET id = ${id}`);
    await runner.changeColumn(TOKENS, 'id', new TableColumn(varchar('id', 36)));
    await runner.createIndex(TOKENS, TOKENS_BY_ID);
    // A foreign key is never without an index.
    for (const { table, after } of BY_CLIENT) await runner.createIndex(table, after);
    for (const { table, before } of BY_CLIENT) await runner.dropIndex(table, before);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, before } of BY_CLIENT) await runner.createIndex(table, before);
    for (const { table, after } of BY_CLIENT) await runner.dropIndex(table, after);
    await runner.dropIndex(TOKENS, TOKENS_BY_ID);
    await runner.dropColumn(TOKENS, 'id');
  }
}
