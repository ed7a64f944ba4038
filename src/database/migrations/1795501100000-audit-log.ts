import { type MigrationInterface, type QueryRunner, Table, type TableOptions } from 'typeorm';
import { bigint, binary, index, int, primary, text, unique, varchar } from './columns.js';

const AUDIT_EVENTS: TableOptions = {
  name: 'audit_events',
  columns: [
    primary(varchar('id', 36)),
    int('chain'),
    int('seq'),
    bigint('occurred_at'),
    varchar('action', 64),
    varchar('outcome', 16),
    varchar('reason', 64, 'NULL'),
    varchar('actor_type', 16),
    varchar('actor_id', 64, 'NULL'),
    varchar('target_type', 32, 'NULL'),
    varchar('target_id', 64, 'NULL'),
    varchar('address', 64, 'NULL'),
    varchar('user_agent', 255, 'NULL'),
    varchar('request_id', 36, 'NULL'),
    text('details'),
    binary('previous_hash'),
    binary('hash'),
  ],
  indices: [
    unique('uq_audit_events_chain_seq', 'chain', 'seq'),
    index('ix_audit_events_action_id', 'action', 'id'),
    index('ix_audit_events_actor_id', 'actor_id', 'id'),
    index('ix_audit_events_target_id', 'target_id', 'id'),
  ],
};

const AUDIT_CHAINS: TableOptions = {
  name: 'audit_chains',
  columns: [
    primary(int('chain')),
    int('last_seq'),
    int('first_seq'),
    binary('first_previous_hash'),
    binary('first_hash'),
  ],
};

const TABLES = [AUDIT_EVENTS, AUDIT_CHAINS];

/** Who did what, in chains of hashes. */
export class AuditLog1795501100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const options of TABLES) await runner.createTable(new Table(options));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of TABLES.toReversed()) await runner.dropTable(name);
  }
}
