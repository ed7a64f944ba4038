import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { index, varchar } from './columns.js';

const OUTBOX = 'outbox';
const BEFORE = new TableIndex(index('ix_outbox_kind_next_attempt_at', 'kind', 'next_attempt_at'));
const AFTER = new TableIndex(index('ix_outbox_due', 'kind', 'next_attempt_at', 'receiver'));

/** Messages say to whom they go, so that those to a receiver that hangs can be passed over. */
export class OutboxReceivers1795600900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(OUTBOX, new TableColumn(varchar('receiver', 64, 'NULL')));
    await runner.createIndex(OUTBOX, AFTER);
    await runner.dropIndex(OUTBOX, BEFORE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.createIndex(OUTBOX, BEFORE);
    await runner.dropIndex(OUTBOX, AFTER);
    await runner.dropColumn(OUTBOX, 'receiver');
  }
}
