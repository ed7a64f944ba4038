import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { text, varchar } from './columns.js';

const COLUMNS = [
  varchar('name', 200, 'NULL'),
  varchar('given_name', 100, 'NULL'),
  varchar('family_name', 100, 'NULL'),
  varchar('middle_name', 100, 'NULL'),
  varchar('nickname', 100, 'NULL'),
  varchar('profile', 500, 'NULL'),
  varchar('website', 500, 'NULL'),
  varchar('gender', 50, 'NULL'),
  varchar('zoneinfo', 64, 'NULL'),
  text('address', 'NULL'),
];

/** The standard claims (OpenID Connect Core §5.1) that a user may give. */
export class StandardClaims1795500700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns(
      'users',
      COLUMNS.map((column) => new TableColumn(column)),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns(
      'users',
      COLUMNS.map(({ name }) => name),
    );
  }
}
