import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { index } from './columns.js';

const EVENTS = 'audit_events';
const BY_REQUEST = new TableIndex(index('ix_audit_events_request_id', 'request_id', 'id'));

/** What one request did, or one bulk operation, is found by its id: error pages and logs tell it. */
export class AuditRequests1795600900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex(EVENTS, BY_REQUEST);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(EVENTS, BY_REQUEST);
  }
}
