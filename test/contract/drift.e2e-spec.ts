import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPIRING_TABLES } from '../../src/operations/expiring-tables.js';
import { startApp, type TestApp } from '../support/app.js';
import { isMariadb } from '../support/database.js';

/** Columns that take `A` and `a` for the same. The history of migrations is TypeORM's own. */
const FOLDING_COLUMNS = `
  SELECT COUNT(*) AS folded FROM information_schema.columns
  WHERE table_schema = DATABASE() AND table_name <> 'doorward_migrations' AND collation_name NOT LIKE '%\\_bin'`;

const byTable = (a: { table: string }, b: { table: string }) => a.table.localeCompare(b.table);

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

describe('entities and migrations describe the same schema', () => {
  it('TypeORM finds nothing to change in a migrated database', async () => {
    const { upQueries } = await served.source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('has the documented tables and columns', async () => {
    const columns = (table: string) =>
      served.source.getMetadata(table).columns.map(({ databaseName, propertyName }) => [databaseName, propertyName]);
    expect(Object.fromEntries(columns('users'))).toMatchObject({
      username: 'username',
      password: 'passwordHash',
      email: 'email',
      empUserId: 'employeeId',
      pic: 'picture',
      dob: 'birthdate',
      phone: 'phoneNumber',
    });
    expect(served.source.getMetadata('users').relations.map(({ propertyName }) => propertyName)).toContain(
      'accessTokens',
    );
    expect(Object.fromEntries(columns('oauth_clients'))).toMatchObject({
      empUserId: 'ownerEmployeeId',
      website_name: 'clientName',
      callbackurl: 'redirectUris',
      oauth_clients: 'clientId',
      oauth_client_secret: 'clientSecretDigest',
      oauth_state_token: 'stateKey',
      grant_types: 'grantTypes',
      access_token: 'registrationAccessTokenDigest',
    });
  });

  it('names every index and foreign key, with what deletes and updates do', () => {
    for (const { indices, foreignKeys, columns } of served.source.entityMetadatas) {
      for (const { givenName, name } of indices) expect([name, givenName]).toEqual([name, name]);
      for (const { name, onDelete, onUpdate } of foreignKeys) {
        expect(name).toMatch(/^fk_/);
        expect([onDelete, onUpdate]).not.toContain(undefined);
      }
      for (const { type, propertyName } of columns)
        expect([propertyName, typeof type]).toEqual([propertyName, 'string']);
    }
  });

  it('cleans up every table with an index on its expiry, and no other', () => {
    const expiring = served.source.entityMetadatas.flatMap(({ tableName, indices, primaryColumns }) =>
      indices
        .filter(({ columns }) => columns.length === 1 && columns[0]?.databaseName.startsWith('expire'))
        .map(({ columns }) => ({
          table: tableName,
          primaryKey: primaryColumns[0]?.databaseName,
          expiry: columns[0]?.databaseName,
        })),
    );
    const listed = EXPIRING_TABLES.map(({ table, primaryKey, expiry }) => ({ table, primaryKey, expiry }));
    expect(listed.toSorted(byTable)).toEqual(expiring.toSorted(byTable));
  });

  it('compares text by its bytes: a client id in another case is another client', async () => {
    const [{ folded }] = await served.source.query<[{ folded: unknown }]>(
      isMariadb ? FOLDING_COLUMNS : "SELECT 'a' = 'A' AS folded",
    );
    expect(Number(folded)).toBe(0);
  });
});
