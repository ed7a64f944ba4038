import { type MigrationInterface, type QueryRunner, Table, TableColumn, type TableOptions } from 'typeorm';
import { bigint, boolean, foreignKey, index, primary, text, unique, varchar } from './columns.js';

const RESOURCES: TableOptions = {
  name: 'oauth_resources',
  columns: [
    primary(varchar('id', 36)),
    varchar('identifier', 500),
    varchar('name', 100),
    bigint('access_token_lifetime', 'NULL'),
    varchar('client_row_id', 36, 'NULL'),
    varchar('status', 16),
    bigint('created_at'),
    bigint('updated_at'),
  ],
  indices: [
    unique('uq_oauth_resources_identifier', 'identifier'),
    index('ix_oauth_resources_name', 'name', 'id'),
    index('ix_oauth_resources_client', 'client_row_id'),
  ],
  foreignKeys: [{ ...foreignKey('fk_oauth_resources_client', 'client_row_id', 'oauth_clients'), onDelete: 'SET NULL' }],
};

const SCOPES: TableOptions = {
  name: 'oauth_scopes',
  columns: [
    primary(varchar('id', 36)),
    varchar('name', 100),
    varchar('resource_id', 36, 'NULL'),
    text('descriptions'),
    varchar('sensitivity', 16),
    boolean('needs_user'),
    bigint('created_at'),
    bigint('updated_at'),
  ],
  indices: [unique('uq_oauth_scopes_name', 'name'), index('ix_oauth_scopes_resource', 'resource_id', 'id')],
  foreignKeys: [foreignKey('fk_oauth_scopes_resource', 'resource_id', 'oauth_resources')],
};

const TABLES = [RESOURCES, SCOPES];
const AUDIENCE = new TableColumn(varchar('audience', 500, 'NULL'));

/** What administrators define that can be asked for, and for whom a token is. */
export class ScopesAndResources1795600300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const options of TABLES) await runner.createTable(new Table(options));
    await runner.addColumn('oauth_access_tokens', AUDIENCE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('oauth_access_tokens', AUDIENCE);
    for (const { name } of TABLES.toReversed()) await runner.dropTable(name);
  }
}
