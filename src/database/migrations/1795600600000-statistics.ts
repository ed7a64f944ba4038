import { type MigrationInterface, type QueryRunner, Table, type TableOptions } from 'typeorm';
import { bigint, foreignKey, index, int, primary, varchar } from './columns.js';

const STATISTICS: TableOptions = {
  name: 'statistics',
  columns: [
    primary(varchar('kind', 32)),
    primary(bigint('hour')),
    primary(varchar('label', 64)),
    bigint('amount'),
    bigint('expires_at'),
  ],
  indices: [index('ix_statistics_expires_at', 'expires_at')],
};

const USER_ACTIVITY: TableOptions = {
  name: 'user_activity',
  columns: [primary(varchar('user_id', 36)), primary(int('day')), int('hours'), bigint('expires_at')],
  indices: [
    index('ix_user_activity_day', 'day', 'user_id', 'hours'),
    index('ix_user_activity_expires_at', 'expires_at'),
  ],
  foreignKeys: [foreignKey('fk_user_activity_user_id', 'user_id', 'users')],
};

const TABLES = [STATISTICS, USER_ACTIVITY];

/** How often what happened, by the hour, and in which hours people were active. */
export class Statistics1795600600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const options of TABLES) await runner.createTable(new Table(options));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of TABLES.toReversed()) await runner.dropTable(name);
  }
}
