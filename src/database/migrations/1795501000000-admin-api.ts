import { type MigrationInterface, type QueryRunner, Table, TableColumn, type TableOptions } from 'typeorm';
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

const ADMIN_SCOPES = new TableColumn(text('admin_scopes', 'NULL'));

/** Tokens of the console, repeatable creations, and which apps may use the admin API. */
export class AdminApi1795501000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const options of TABLES) await runner.createTable(new Table(options));
    await runner.addColumn('oauth_clients', ADMIN_SCOPES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('oauth_clients', ADMIN_SCOPES);
    for (const { name } of TABLES.toReversed()) await runner.dropTable(name);
  }
}
