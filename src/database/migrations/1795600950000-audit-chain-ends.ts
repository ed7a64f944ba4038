import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { binary } from './columns.js';

const CHAINS = 'audit_chains';

/** The end of each chain of the audit log is sealed. A migration has no key: chains of before get theirs when they are next used. */
export class AuditChainEnds1795600950000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(CHAINS, new TableColumn(binary('end_hash', 'NULL')));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(CHAINS, 'end_hash');
  }
}
