import { type MigrationInterface, type QueryRunner, Table, type TableOptions } from 'typeorm';
import { bigint, foreignKey, index, int, primary, text, varchar } from './columns.js';

const WEBHOOKS: TableOptions = {
  name: 'webhooks',
  columns: [
    primary(varchar('id', 36)),
    varchar('name', 100),
    varchar('url', 2000),
    text('events'),
    varchar('status', 16),
    varchar('disabled_reason', 16, 'NULL'),
    bigint('failing_since', 'NULL'),
    varchar('secret', 512),
    varchar('previous_secret', 512, 'NULL'),
    bigint('previous_secret_until', 'NULL'),
    text('places'),
    bigint('created_at'),
    bigint('updated_at'),
  ],
};

const WEBHOOK_DELIVERIES: TableOptions = {
  name: 'webhook_deliveries',
  columns: [
    primary(varchar('event_id', 36)),
    primary(varchar('webhook_id', 36)),
    varchar('type', 64),
    text('payload'),
    varchar('state', 16),
    int('round'),
    int('attempts'),
    int('last_status', 'NULL'),
    varchar('last_error', 255, 'NULL'),
    bigint('last_attempt_at', 'NULL'),
    bigint('next_attempt_at', 'NULL'),
    bigint('created_at'),
    bigint('expires_at'),
  ],
  indices: [
    index('ix_webhook_deliveries_webhook_event', 'webhook_id', 'event_id'),
    index('ix_webhook_deliveries_webhook_state_event', 'webhook_id', 'state', 'event_id'),
    index('ix_webhook_deliveries_expires_at', 'expires_at'),
  ],
  foreignKeys: [foreignKey('fk_webhook_deliveries_webhook', 'webhook_id', 'webhooks')],
};

const TABLES = [WEBHOOKS, WEBHOOK_DELIVERIES];

/** Addresses that are told of events, and what became of each telling. */
export class Webhooks1795600200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const options of TABLES) await runner.createTable(new Table(options));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of TABLES.toReversed()) await runner.dropTable(name);
  }
}
