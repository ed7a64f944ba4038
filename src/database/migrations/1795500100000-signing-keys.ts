import { type MigrationInterface, type QueryRunner, Table, type TableOptions } from 'typeorm';
import { bigint, index, int, primary, text, unique, varchar } from './columns.js';

const SIGNING_KEYS: TableOptions = {
  name: 'signing_keys',
  columns: [
    primary(varchar('id', 36)),
    varchar('alg', 16),
    int('generation'),
    varchar('state', 16),
    text('public_jwk'),
    text('private_jwk', 'NULL'),
    bigint('created_at'),
    bigint('activates_at', 'NULL'),
    bigint('retired_at', 'NULL'),
    bigint('published_until', 'NULL'),
    bigint('expires_at', 'NULL'),
  ],
  indices: [
    unique('uq_signing_keys_alg_generation', 'alg', 'generation'),
    index('ix_signing_keys_expires_at', 'expires_at'),
  ],
};

/** The key pairs that this server signs with. */
export class SigningKeys1795500100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table(SIGNING_KEYS));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('signing_keys');
  }
}
