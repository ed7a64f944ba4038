import { type MigrationInterface, type QueryRunner, Table, type TableOptions } from 'typeorm';
import { bigint, foreignKey, index, int, primary, text, varchar } from './columns.js';

const BULK_OPERATIONS: TableOptions = {
  name: 'bulk_operations',
  columns: [
    primary(varchar('id', 36)),
    varchar('resource', 32),
    varchar('action', 32),
    text('options'),
    text('starter'),
    varchar('address', 64, 'NULL'),
    varchar('state', 16),
    varchar('stop_reason', 64, 'NULL'),
    int('total'),
    bigint('created_at'),
    bigint('finished_at', 'NULL'),
    bigint('expires_at'),
  ],
  indices: [
    index('ix_bulk_operations_resource', 'resource', 'id'),
    index('ix_bulk_operations_state', 'state'),
    index('ix_bulk_operations_expires_at', 'expires_at'),
  ],
};

const BULK_ITEMS: TableOptions = {
  name: 'bulk_items',
  columns: [
    primary(varchar('operation_id', 36)),
    primary(int('position')),
    varchar('target', 64),
    varchar('state', 16),
    varchar('problem', 64, 'NULL'),
    varchar('claim', 36, 'NULL'),
    bigint('claimed_until', 'NULL'),
  ],
  indices: [index('ix_bulk_items_operation_id_state', 'operation_id', 'state')],
  foreignKeys: [foreignKey('fk_bulk_items_operation_id', 'operation_id', 'bulk_operations')],
};

const TABLES = [BULK_OPERATIONS, BULK_ITEMS];

/** Acts on many things at once. */
export class BulkOperations1795600510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const options of TABLES) await runner.createTable(new Table(options));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of TABLES.toReversed()) await runner.dropTable(name);
  }
}
