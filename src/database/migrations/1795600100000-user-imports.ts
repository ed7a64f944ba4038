import { type MigrationInterface, type QueryRunner, Table, type TableOptions } from 'typeorm';
import { bigint, binary, boolean, foreignKey, index, int, mediumblob, primary, varchar } from './columns.js';

const USER_IMPORTS: TableOptions = {
  name: 'user_imports',
  columns: [
    primary(varchar('id', 36)),
    varchar('actor_type', 16),
    varchar('actor_id', 191, 'NULL'),
    varchar('name', 255),
    varchar('format', 8),
    boolean('is_uploaded'),
    boolean('is_dry_run'),
    varchar('state', 16),
    int('parts'),
    binary('digest', 'NULL'),
    int('bytes'),
    int('bytes_done'),
    int('last_row'),
    int('imported'),
    int('refused'),
    varchar('failure', 255, 'NULL'),
    varchar('claim', 36, 'NULL'),
    bigint('lease_ends_at'),
    bigint('created_at'),
    bigint('finished_at', 'NULL'),
    bigint('expires_at'),
  ],
  indices: [
    index('ix_user_imports_state_lease_ends_at', 'state', 'lease_ends_at'),
    index('ix_user_imports_digest', 'digest'),
    index('ix_user_imports_expires_at', 'expires_at'),
  ],
};

const USER_IMPORT_PARTS: TableOptions = {
  name: 'user_import_parts',
  columns: [primary(varchar('import_id', 36)), primary(int('number')), mediumblob('content')],
  foreignKeys: [foreignKey('fk_user_import_parts_import_id', 'import_id', 'user_imports')],
};

const USER_IMPORT_ERRORS: TableOptions = {
  name: 'user_import_errors',
  columns: [
    primary(varchar('id', 36)),
    varchar('import_id', 36),
    int('row_no'),
    varchar('field', 64, 'NULL'),
    varchar('message', 255),
  ],
  indices: [index('ix_user_import_errors_import_id', 'import_id', 'id')],
  foreignKeys: [foreignKey('fk_user_import_errors_import_id', 'import_id', 'user_imports')],
};

const USER_IMPORT_VALUES: TableOptions = {
  name: 'user_import_values',
  columns: [primary(varchar('import_id', 36)), primary(binary('digest')), int('row_no')],
  foreignKeys: [foreignKey('fk_user_import_values_import_id', 'import_id', 'user_imports')],
};

const TABLES = [USER_IMPORTS, USER_IMPORT_PARTS, USER_IMPORT_ERRORS, USER_IMPORT_VALUES];

/** Imports of users: how far each is, what was uploaded, and which rows were refused. */
export class UserImports1795600100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const options of TABLES) await runner.createTable(new Table(options));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of TABLES.toReversed()) await runner.dropTable(name);
  }
}
