import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { bigint } from './columns.js';

const OPERATIONS = 'bulk_operations';

/** Bulk operations say until when somebody works on them. Those of before have no such time: they are taken over at once. */
export class BulkLeases1795600800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(OPERATIONS, new TableColumn(bigint('claimed_until', 'NULL')));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(OPERATIONS, 'claimed_until');
  }
}
