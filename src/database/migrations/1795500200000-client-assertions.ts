import { type MigrationInterface, type QueryRunner, Table, TableColumn, type TableOptions } from 'typeorm';
import { bigint, binary, foreignKey, index, primary, varchar } from './columns.js';

const REPLAY_GUARD: TableOptions = {
  name: 'oauth_replay_guard',
  columns: [primary(binary('digest')), bigint('expires_at')],
  indices: [index('ix_oauth_replay_guard_expires_at', 'expires_at')],
};

const OUTBOUND_FAILURES: TableOptions = {
  name: 'outbound_failures',
  columns: [
    primary(varchar('client_row_id', 36)),
    primary(varchar('purpose', 32)),
    varchar('url', 2000),
    varchar('message', 255),
    bigint('occurred_at'),
  ],
  foreignKeys: [foreignKey('fk_outbound_failures_client', 'client_row_id', 'oauth_clients')],
};

/** Clients that prove who they are by a signed JWT (RFC 7523), and what their owners are told about their key sets. */
export class ClientAssertions1795500200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table(REPLAY_GUARD));
    await runner.createTable(new Table(OUTBOUND_FAILURES));
    await runner.addColumn('oauth_client_secrets', new TableColumn(varchar('sealed_secret', 512, 'NULL')));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('oauth_client_secrets', 'sealed_secret');
    await runner.dropTable('outbound_failures');
    await runner.dropTable('oauth_replay_guard');
  }
}
