import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { bigint, primary, text, varchar } from './columns.js';

/** Settings that are changed while the server runs. */
export class Settings1795600400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({ name: 'settings', columns: [primary(varchar('name', 64)), text('value'), bigint('updated_at')] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('settings');
  }
}
