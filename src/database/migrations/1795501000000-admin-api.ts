import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex, type TableOptions } from 'typeorm';
import { bigint, binary, foreignKey, index, primary, text, varchar } from './columns.js';

const CONSOLE_TOKENS: TableOptions = {
  name: 'console_tokens',
  columns: [
    primary(binary('digest')),
    varchar('user_id', 36),
    varchar('sid', 36),
    bigint('created_at'),
    bigint('expires_at'),
  ],
  indices: [index('ix_console_tokens_user_id', 'user_id'), index('ix_console_tokens_expires_at', 'expires_at')],
  foreignKeys: [foreignKey('fk_console_tokens_user_id', 'user_id', 'users')],
};

const API_IDEMPOTENCY: TableOptions = {
  name: 'api_idempotency',
  columns: [
    primary(binary('digest')),
    binary('request_digest'),
    text('answer', 'NULL'),
    bigint('lease_ends_at'),
    bigint('expires_at'),
  ],
  indices: [index('ix_api_idempotency_expires_at', 'expires_at')],
};

const TABLES = [CONSOLE_TOKENS, API_IDEMPOTENCY];

const CLIENT_COLUMNS = [
  new TableColumn(text('admin_scopes', 'NULL')),
  new TableColumn(varchar('suspended_reason', 500, 'NULL')),
];
const CLIENTS_BY_NAME = new TableIndex(index('ix_oauth_clients_website_name', 'website_name', 'id'));

/** Tokens of the console, repeatable creations, which apps may use the admin API, and why one is suspended. */
export class AdminApi1795501000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const options of TABLES) await runner.createTable(new Table(options));
    for (const column of CLIENT_COLUMNS) await runner.addColumn('oauth_clients', column);
    await runner.createIndex('oauth_clients', CLIENTS_BY_NAME);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('oauth_clients', CLIENTS_BY_NAME);
    for (const column of CLIENT_COLUMNS.toReversed()) await runner.dropColumn('oauth_clients', column);
    for (const { name } of TABLES.toReversed()) await runner.dropTable(name);
  }
}
