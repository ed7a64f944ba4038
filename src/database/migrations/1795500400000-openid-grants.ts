import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { bigint, primary, text, varchar } from './columns.js';

/** What a grant must remember for ID tokens, and the secret that pairwise subjects are made with. */
export class OpenIdGrants1795500400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Nullable first: MySQL gives TEXT no default, and there are rows already. All of them began with a password.
    await runner.addColumn('oauth_grants', new TableColumn(text('amr', 'NULL')));
    await runner.query(`UPDATE oauth_grants SET amr = '["pwd"]'`);
    await runner.changeColumn('oauth_grants', 'amr', new TableColumn(text('amr')));
    await runner.addColumn('oauth_grants', new TableColumn(text('claims', 'NULL')));
    await runner.createTable(
      new Table({
        name: 'installation_secrets',
        columns: [primary(varchar('name', 32)), varchar('value', 512), bigint('created_at')],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('installation_secrets');
    await runner.dropColumn('oauth_grants', 'claims');
    await runner.dropColumn('oauth_grants', 'amr');
  }
}
