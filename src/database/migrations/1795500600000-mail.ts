import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  TableColumn,
  TableForeignKey,
  TableIndex,
  type TableOptions,
} from 'typeorm';
import { bigint, binary, foreignKey, index, int, primary, text, unique, varchar } from './columns.js';

const TOKENS = 'one_time_tokens';
const TOKEN_COLUMNS = [
  varchar('user_id', 36, 'NULL'),
  varchar('email_key', 254, 'NULL'),
  { ...int('credentials_version'), isNullable: true },
];
const TOKEN_INDEX = unique('uq_one_time_tokens_user_purpose', 'user_id', 'purpose');
const TOKEN_USER = foreignKey('fk_one_time_tokens_user_id', 'user_id', 'users');

const EMAIL_CHANGES: TableOptions = {
  name: 'email_changes',
  columns: [
    primary(varchar('user_id', 36)),
    varchar('email', 254),
    varchar('email_key', 254),
    varchar('old_email_key', 254),
    int('credentials_version'),
    binary('old_digest'),
    binary('new_digest'),
    bigint('old_confirmed_at', 'NULL'),
    bigint('new_confirmed_at', 'NULL'),
    bigint('created_at'),
    bigint('expires_at'),
  ],
  indices: [
    index('ix_email_changes_expires_at', 'expires_at'),
    unique('uq_email_changes_old_digest', 'old_digest'),
    unique('uq_email_changes_new_digest', 'new_digest'),
  ],
  foreignKeys: [foreignKey('fk_email_changes_user_id', 'user_id', 'users')],
};

const LOCAL_MAILS: TableOptions = {
  name: 'local_mails',
  columns: [primary(varchar('id', 36)), text('sealed_mail'), bigint('created_at')],
};

/** Mailed links, changes of address that wait for both, and the mails that a developer's machine keeps. */
export class Mail1795500600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns(
      TOKENS,
      TOKEN_COLUMNS.map((column) => new TableColumn(column)),
    );
    await runner.createIndex(TOKENS, new TableIndex(TOKEN_INDEX));
    await runner.createForeignKey(TOKENS, new TableForeignKey(TOKEN_USER));
    for (const options of [EMAIL_CHANGES, LOCAL_MAILS]) await runner.createTable(new Table(options));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [LOCAL_MAILS, EMAIL_CHANGES]) await runner.dropTable(name);
    await runner.dropForeignKey(TOKENS, new TableForeignKey(TOKEN_USER));
    await runner.dropIndex(TOKENS, new TableIndex(TOKEN_INDEX));
    await runner.dropColumns(
      TOKENS,
      TOKEN_COLUMNS.map(({ name }) => name),
    );
  }
}
