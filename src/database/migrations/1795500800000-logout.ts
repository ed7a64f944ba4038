import { type MigrationInterface, type QueryRunner, Table, TableIndex, type TableOptions } from 'typeorm';
import { bigint, foreignKey, index, int, primary, text, varchar } from './columns.js';

const OUTBOX: TableOptions = {
  name: 'outbox',
  columns: [
    primary(varchar('id', 36)),
    varchar('kind', 32),
    text('payload'),
    int('attempts'),
    bigint('next_attempt_at', 'NULL'),
    varchar('claim', 36, 'NULL'),
    varchar('last_error', 255, 'NULL'),
    bigint('created_at'),
    bigint('expires_at', 'NULL'),
  ],
  indices: [
    index('ix_outbox_kind_next_attempt_at', 'kind', 'next_attempt_at'),
    index('ix_outbox_expires_at', 'expires_at'),
  ],
};

const SESSION_CLIENTS: TableOptions = {
  name: 'session_clients',
  columns: [
    primary(varchar('sid', 36)),
    primary(varchar('client_row_id', 36)),
    varchar('user_id', 36),
    bigint('created_at'),
    bigint('expires_at'),
  ],
  indices: [
    index('ix_session_clients_client', 'client_row_id'),
    index('ix_session_clients_user_id', 'user_id'),
    index('ix_session_clients_expires_at', 'expires_at'),
  ],
  foreignKeys: [
    foreignKey('fk_session_clients_client', 'client_row_id', 'oauth_clients'),
    foreignKey('fk_session_clients_user_id', 'user_id', 'users'),
  ],
};

const TABLES = [OUTBOX, SESSION_CLIENTS];

/** By the session, so that a logout ends what belongs to it without looking at every grant. */
const GRANTS_BY_SESSION = new TableIndex(index('ix_oauth_grants_sid', 'sid'));

/** Messages on their way to other servers, and which apps a session signed in to. */
export class Logout1795500800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const options of TABLES) await runner.createTable(new Table(options));
    await runner.createIndex('oauth_grants', GRANTS_BY_SESSION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('oauth_grants', GRANTS_BY_SESSION);
    for (const { name } of TABLES.toReversed()) await runner.dropTable(name);
  }
}
