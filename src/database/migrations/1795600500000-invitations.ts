import { type MigrationInterface, type QueryRunner, Table, type TableOptions } from 'typeorm';
import { bigint, binary, foreignKey, index, primary, unique, varchar } from './columns.js';

const INVITATIONS: TableOptions = {
  name: 'invitations',
  columns: [
    primary(varchar('id', 36)),
    varchar('email', 254),
    varchar('email_key', 254),
    varchar('open_email_key', 254, 'NULL'),
    binary('digest'),
    varchar('name', 200, 'NULL'),
    varchar('locale', 35, 'NULL'),
    varchar('role', 16),
    varchar('inviter_type', 16),
    varchar('inviter_id', 64),
    bigint('created_at'),
    bigint('sent_at'),
    bigint('expires_at'),
    bigint('accepted_at', 'NULL'),
    bigint('withdrawn_at', 'NULL'),
    varchar('user_id', 36, 'NULL'),
  ],
  indices: [
    unique('uq_invitations_digest', 'digest'),
    unique('uq_invitations_open_email_key', 'open_email_key'),
    index('ix_invitations_user_id', 'user_id'),
    index('ix_invitations_expires_at', 'expires_at'),
  ],
  foreignKeys: [foreignKey('fk_invitations_user_id', 'user_id', 'users')],
};

/** Who is asked to make an account. */
export class Invitations1795600500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(new Table(INVITATIONS));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('invitations');
  }
}
