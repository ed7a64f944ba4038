import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { text } from './columns.js';

/** The rest of a client's registration (OpenID Connect Registration §2), as one JSON object. */
export class OpenIdClientMetadata1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Nullable first: MySQL gives TEXT no default, and there are rows already.
    await runner.addColumn('oauth_clients', new TableColumn(text('metadata', 'NULL')));
    await runner.query(`UPDATE oauth_clients SET metadata = '{}'`);
    await runner.changeColumn('oauth_clients', 'metadata', new TableColumn(text('metadata')));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('oauth_clients', 'metadata');
  }
}
