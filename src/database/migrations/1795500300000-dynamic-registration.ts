import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex, type TableOptions } from 'typeorm';
import { bigint, binary, foreignKey, index, int, primary, text, unique, varchar } from './columns.js';

const CLIENTS = 'oauth_clients';
const EXPIRY = index('ix_oauth_clients_expires_at', 'expires_at');

const INITIAL_ACCESS_TOKENS: TableOptions = {
  name: 'initial_access_tokens',
  columns: [
    primary(varchar('id', 36)),
    binary('digest'),
    varchar('label', 100),
    text('policy'),
    varchar('empUserId', 64, 'NULL'),
    int('max_uses'),
    int('used_count'),
    bigint('created_at'),
    bigint('expires_at'),
  ],
  indices: [
    unique('uq_initial_access_tokens_digest', 'digest'),
    index('ix_initial_access_tokens_emp_user_id', 'empUserId'),
    index('ix_initial_access_tokens_expires_at', 'expires_at'),
  ],
  foreignKeys: [foreignKey('fk_initial_access_tokens_emp_user_id', 'empUserId', 'users', 'empUserId', 'CASCADE')],
};

/** Apps that registered themselves (RFC 7591): who may, and when one that is never used ends. */
export class DynamicRegistration1795500300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table(INITIAL_ACCESS_TOKENS));
    await runner.addColumns(CLIENTS, [
      // Nullable first: there are rows already.
      new TableColumn(text('allowed_scopes', 'NULL')),
      new TableColumn(varchar('registered_by', 16, 'NULL')),
      new TableColumn(bigint('expires_at', 'NULL')),
    ]);
    await runner.query(`UPDATE ${CLIENTS} SET registered_by = CASE WHEN empUserId IS NULL THEN 'cli' ELSE 'panel' END`);
    await runner.changeColumn(CLIENTS, 'registered_by', new TableColumn(varchar('registered_by', 16)));
    await runner.createIndex(CLIENTS, new TableIndex(EXPIRY));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(CLIENTS, new TableIndex(EXPIRY));
    await runner.dropColumns(CLIENTS, ['expires_at', 'registered_by', 'allowed_scopes']);
    await runner.dropTable(INITIAL_ACCESS_TOKENS.name);
  }
}
