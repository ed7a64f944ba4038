import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hash as bcryptHash } from '@node-rs/bcrypt';
import { In } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ImportBatch } from '../../src/import/import-batch.service.js';
import { ImportFiles } from '../../src/import/import-files.service.js';
import { ImportParts } from '../../src/import/import-parts.store.js';
import { ImportRun } from '../../src/import/import-run.service.js';
import { ImportUploads } from '../../src/import/import-uploads.service.js';
import { judged } from '../../src/import/judged-row.js';
import { UserImportError } from '../../src/import/user-import-error.entity.js';
import { UserImportPart } from '../../src/import/user-import-part.entity.js';
import { UserImportValue } from '../../src/import/user-import-value.entity.js';
import { UserImport } from '../../src/import/user-import.entity.js';
import { UserImportStore } from '../../src/import/user-imports.store.js';
import { UserImports } from '../../src/import/user-imports.service.js';
import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { User } from '../../src/users/user.entity.js';
import { UserService } from '../../src/users/user.service.js';
import { aMachine, aStaffMember, callApi } from '../support/admin-api.js';
import { startApp, type TestApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';
import { aUser } from '../support/builders.js';
import { noteSecret } from '../support/leak-scan.js';

let served: TestApp;
let token: string;
beforeAll(async () => {
  served = await startApp();
  ({ token } = await aMachine(served, ['admin:users:read', 'admin:users:write']));
});
afterAll(() => served.close());

const HEADER = 'username,email,email_verified,password_hash,given_name\n';
const get = (path: string) => callApi(served, token, 'GET', `/user-imports${path}`);
const post = (body: object, by = token) => callApi(served, by, 'POST', '/user-imports', { body });
const part = (id: string, body: object) => callApi(served, token, 'POST', `/user-imports/${id}/parts`, { body });
const count = (username: RegExp) =>
  served.source
    .getRepository(User)
    .find()
    .then((users) => users.filter((user) => username.test(user.username)).length);

/** Imports a text and waits until that is over. */
async function imported(data: string, more: object = {}) {
  const { status, body } = await post({ name: 'people', format: 'csv', data, ...more });
  expect(status).toBe(201);
  return over(String(body['id']));
}

async function over(id: string): Promise<Record<string, unknown>> {
  await expect.poll(async () => (await get(`/${id}`)).body['state'], { timeout: 20_000 }).toMatch(/^(done|failed)$/);
  return (await get(`/${id}`)).body;
}

async function errorsOf(id: unknown): Promise<unknown[][]> {
  const { body } = await get(`/${String(id)}/errors?limit=100`);
  const errors = body['data'] as { row: number; field: string | null; message: string }[];
  return errors.map(({ row, field, message }) => [row, field, message]);
}

async function signIn(username: string, password: string) {
  return (await new TestBrowser(served).post('/login', { username, password })).status;
}

const hashOf = async (username: string) =>
  (
    await served.source
      .getRepository(User)
      .createQueryBuilder('user')
      .addSelect('user.passwordHash')
      .where({ username })
      .getOneOrFail()
  ).passwordHash;

/** An upload that nobody works on: its worker has died. */
async function abandoned(rows: readonly string[], isDryRun = false): Promise<UserImport> {
  const imports = served.source.getRepository(UserImport);
  const { body } = await post({
    name: 'x',
    format: 'csv',
    data: 'username,email\n',
    dry_run: isDryRun,
    has_more: true,
  });
  const id = String(body['id']);
  const store = served.app.get(UserImportStore);
  const text = rows.join('\n');
  await part(id, { number: 2, data: text, has_more: true });
  await store.complete(id, 2, Buffer.alloc(32));
  return imports.findOneByOrFail({ id });
}

const people = (name: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${name}${from + index},${name}${from + index}@example.com`);

describe('users from a file', () => {
  it('sign in with the password that they had, which gets a hash of ours then', async () => {
    const password = 'the pass phrase from before';
    noteSecret(password);
    const hash = await bcryptHash(password, 4);
    const done = await imported(`${HEADER}mary,Mary@Example.com,true,${hash},Mary\nnopass,nopass@example.com,,,\n`);
    expect(done).toMatchObject({ state: 'done', imported: 2, refused: 0, last_row: 3, failure: null, dry_run: false });
    expect(done['bytes_done']).toBe(done['bytes']);
    const [mary, nopass] = await served.source
      .getRepository(User)
      .find({ where: { username: In(['mary', 'nopass']) }, order: { username: 'ASC' } });
    expect(mary).toMatchObject({ email: 'Mary@example.com', givenName: 'Mary', role: 'user', status: 'active' });
    expect([mary?.emailVerifiedAt, nopass?.emailVerifiedAt]).toEqual([expect.any(Date), null]);
    expect(await hashOf('mary')).toBe(hash);

    expect(await signIn('mary', 'another pass phrase')).toBe(422);
    expect(await hashOf('mary')).toBe(hash);
    expect(await signIn('mary', password)).toBe(303);
    const ours = await hashOf('mary');
    expect(ours).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await signIn('mary', password)).toBe(303);
    expect(await hashOf('mary')).toBe(ours);
    for (const guess of ['!', '', password]) expect(await signIn('nopass', guess)).not.toBe(303);
  });

  it('follow the rules of sign-up, each fault by row, field and sentence', async () => {
    const taken = await aUser(served);
    const done = await imported(
      [
        'username,email,password_hash,email_verified,dob,status',
        `${taken.username.toUpperCase()},${taken.email},,,,`,
        'x,nowhere,$2b$31$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe,perhaps,2999-01-01,gone',
        'fine.one,fine.one@example.com,,,,disabled',
        'FINE.ONE,fine.two@example.com,,,,',
        'fine.three,too,many,values,in,this,row',
        'fine.four,FINE.one@example.com,,,,',
      ].join('\n'),
    );
    expect(done).toMatchObject({ state: 'done', imported: 1, refused: 5, last_row: 7 });
    const errors = await errorsOf(done['id']);
    expect(errors.slice(0, 2)).toEqual([
      [2, 'username', 'A user, or an earlier row, has this user name.'],
      [2, 'email', 'A user, or an earlier row, has this e-mail address.'],
    ]);
    const fields = new Set(errors.filter(([row]) => row === 3).map(([, field]) => field));
    expect(fields).toEqual(new Set(['username', 'email', 'password_hash', 'email_verified', 'dob', 'status']));
    expect(errors.slice(8)).toEqual([
      [5, 'username', 'A user, or an earlier row, has this user name.'],
      [6, null, 'The row has 7 values, the first row names 6 columns.'],
      [7, 'email', 'A user, or an earlier row, has this e-mail address.'],
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/nowhere|2b\$31|2999/);
    expect(await count(/^fine\./)).toBe(1);
  });

  it('keep the numbers that they bring, each of them one user alone', async () => {
    const { employeeId } = await aUser(served);
    const file = `username,email,empUserId\nnum1,num1@example.com,${employeeId}\nnum2,num2@example.com,77001\nnum3,num3@example.com,77001\n`;
    const done = await imported(file);
    expect(done).toMatchObject({ imported: 1, refused: 2 });
    const taken = 'A user, or an earlier row, has this number.';
    expect(await errorsOf(done['id'])).toEqual([
      [2, 'empUserId', taken],
      [4, 'empUserId', taken],
    ]);
    const found = await served.source.getRepository(User).findOneByOrFail({ username: 'num2' });
    expect(found.employeeId).toBe('77001');
  });

  it('who are disabled do not get in with the right password, and their hash stays', async () => {
    const password = 'the pass phrase of somebody who left';
    noteSecret(password);
    const hash = await bcryptHash(password, 4);
    await imported(`username,email,password_hash,status\ngone.one,gone.one@example.com,${hash},disabled\n`);
    expect(await signIn('gone.one', password)).toBe(422);
    expect(await hashOf('gone.one')).toBe(hash);
  });

  it('keep a password that was set while their first login was under way', async () => {
    const password = 'the pass phrase of a hurried one';
    noteSecret(password);
    await imported(`username,email,password_hash\nhurried,hurried@example.com,${await bcryptHash(password, 4)}\n`);
    const users = served.app.get(UserService);
    const [first, second] = [await users.byLogin('hurried'), await users.byLogin('hurried')];
    expect(await users.verify(first, password)).toBe(true);
    const ours = await hashOf('hurried');
    expect(ours).toMatch(/^\$argon2id\$v=19\$m=19456,/);
    // The other login read the old hash, is right, and writes nothing.
    expect(await users.verify(second, password)).toBe(true);
    expect(await hashOf('hurried')).toBe(ours);
  });

  it('come as JSON just as well, an unknown member is a fault', async () => {
    const data =
      '[{"username":"j1","email":"j1@example.com","email_verified":true},{"username":"json2","role":"owner"}]';
    const good = '{"username":"json3","email":"json3@example.com","locality":"Graz","country":"at","name":null}';
    const array = await imported(data, { format: 'json' });
    expect(await errorsOf(array['id'])).toEqual(
      expect.arrayContaining([
        [1, 'username', expect.any(String)],
        [2, 'email', expect.any(String)],
        [2, 'role', 'There is no such field.'],
      ]),
    );
    expect(await imported(`${good}\nnonsense\n`, { format: 'json' })).toMatchObject({ imported: 1, refused: 1 });
    const { address, role } = await served.source.getRepository(User).findOneByOrFail({ username: 'json3' });
    expect([address, role]).toEqual([{ locality: 'Graz', country: 'AT' }, 'user']);
  });

  it('are judged in a dry run as in the import, and not made', async () => {
    const file = ['username,email', ...people('dry', 1, 300), 'dry7,other7@example.com', 'DRY300,x@example.com'].join(
      '\n',
    );
    const dry = await imported(file, { dry_run: true });
    expect(dry).toMatchObject({ state: 'done', imported: 300, refused: 2 });
    expect(await count(/^dry/)).toBe(0);
    const real = await imported(file);
    expect(real).toMatchObject({ state: 'done', imported: 300, refused: 2, sha256: dry['sha256'] });
    expect(await errorsOf(real['id'])).toEqual(await errorsOf(dry['id']));
    expect(await count(/^dry/)).toBe(300);
    expect(await served.source.getRepository(UserImportValue).count()).toBe(0);
    expect(await served.source.getRepository(UserImportPart).countBy({ importId: String(real['id']) })).toBe(0);
  });

  it('of a file that cannot be read to its end are made up to there', async () => {
    const done = await imported(`${HEADER}early,early@example.com,,,\n"late,late@example.com,,,\n`);
    expect(done).toMatchObject({
      state: 'failed',
      imported: 1,
      failure: expect.stringMatching(/^Row 3 cannot be read/),
    });
    expect(await imported('name;mail\n')).toMatchObject({ state: 'failed', imported: 0 });
  });

  it('leave a record of who brought how many from what', async () => {
    const { id, sha256 } = await imported(`${HEADER}noted,noted@example.com,,,\n`);
    const events = await served.source
      .getRepository(AuditEvent)
      .find({ where: { targetId: String(id) }, order: { id: 'ASC' } });
    expect(events.map(({ action, actorType, details }) => [action, actorType, details])).toEqual([
      ['user.import_started', 'client', { sha256 }],
      ['user.imported', 'client', { imported: 1, refused: 0, sha256 }],
    ]);
  });
});

describe('an upload', () => {
  it('comes in parts, cut anywhere, in their order', async () => {
    const { body } = await post({ name: 'parts', format: 'csv', data: 'username,email\npar', has_more: true });
    const id = String(body['id']);
    expect(body).toMatchObject({ state: 'receiving', parts: 1, sha256: null });
    expect(await part(id, { number: 3, data: 'x' })).toMatchObject({
      status: 409,
      body: { detail: 'Part 2 is awaited.' },
    });
    expect((await part(id, { number: 2, data: 'ted1,parted1@exam', has_more: true })).body).toMatchObject({ parts: 2 });
    expect((await part(id, { number: 2, data: 'again', has_more: true })).status).toBe(409);
    expect((await part(id, { number: 3, data: 'ple.com\n' })).body).toMatchObject({ parts: 3, state: 'running' });
    expect(await over(id)).toMatchObject({ state: 'done', imported: 1 });
    expect((await part(id, { number: 4, data: 'x' })).body).toMatchObject({
      detail: expect.stringMatching(/complete/),
    });
  });

  it('may be as long as documented, and no longer', async () => {
    const row = 'long,long@example.com\n';
    const filled = `username,email\n${'\n'.repeat(1_000_000 - row.length - 15)}${row}`;
    expect(filled).toHaveLength(1_000_000);
    expect(await imported(filled)).toMatchObject({ state: 'done', imported: 1 });
    expect((await post({ name: 'x', format: 'csv', data: `${filled} ` })).status).toBe(422);
    expect((await post({ name: 'x', format: 'csv', data: 'x'.repeat(5_000_000) })).status).toBe(413);
    // Everywhere else as little as before.
    const elsewhere = await callApi(served, token, 'POST', '/users', { body: { username: 'x'.repeat(100_000) } });
    expect(elsewhere.status).toBe(413);
    expect((await post({ name: 'x', format: 'csv', data: '\ud83d' })).status).toBe(422);
  });

  it('is kept sealed: it holds hashes', async () => {
    const data = 'username,email,password_hash\nsealed,sealed@example.com,$2b$04$';
    const { body } = await post({ name: 'x', format: 'csv', data, has_more: true });
    const { content } = await served.source
      .getRepository(UserImportPart)
      .findOneByOrFail({ importId: String(body['id']), number: 1 });
    expect(content.toString()).toMatch(/^v1\.[\w-]+\.[\w-]+$/);
    expect(content.toString()).not.toContain('sealed@');
  });

  it('is stopped and forgotten with its errors, the users stay', async () => {
    const { id } = await imported('username,email\nstays,stays@example.com\nx,y\n');
    expect((await callApi(served, token, 'DELETE', `/user-imports/${String(id)}`)).status).toBe(204);
    expect((await get(`/${String(id)}`)).status).toBe(404);
    expect(await served.source.getRepository(UserImportError).countBy({ importId: String(id) })).toBe(0);
    expect(await count(/^stays$/)).toBe(1);
  });

  it('takes an admin, or a program: it says which addresses are verified', async () => {
    const body = { name: 'x', format: 'csv', data: 'username,email\n', dry_run: true };
    const { token: support } = await aStaffMember(served, 'support');
    const { token: admin } = await aStaffMember(served, 'admin');
    expect((await post(body, support)).status).toBe(403);
    const { status, body: made } = await post({ ...body, has_more: true }, admin);
    expect(status).toBe(201);
    const path = `/user-imports/${String(made['id'])}`;
    const next = { body: { number: 2, data: 'x' } };
    expect((await callApi(served, support, 'POST', `${path}/parts`, next)).status).toBe(403);
    expect((await callApi(served, support, 'DELETE', path)).status).toBe(403);
  });

  it('is listed, page by page', async () => {
    const first = await get('?limit=2');
    const { data, next } = first.body as unknown as { data: { id: string }[]; next: string };
    const second = await get(`?limit=2&cursor=${next}`);
    const ids = [...data, ...(second.body['data'] as { id: string }[])].map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(new Set(ids).size).toBe(4);
  });
});

describe('an import of any length', () => {
  const running = new AbortController();

  it('is read no further than it is worked off, and says the same statement for each batch', async () => {
    const row = 'x,refused@example.com\n';
    const good = people('flow', 1, 1_000).join('\n');
    const runs = served.app.get(ImportRun);
    const { body } = await post({ name: 'flow', format: 'csv', data: 'x', has_more: true, dry_run: false });
    const id = String(body['id']);
    const store = served.app.get(UserImportStore);
    await store.complete(id, 1, Buffer.alloc(32));
    const claimed = await store.claim(id);
    if (claimed === undefined) throw new Error('somebody works on it');
    let read = 0;
    let ahead = 0;
    const file = async function* () {
      for (const text of ['username,email\n', `${good}\n`, ...Array.from({ length: 40 }, () => row.repeat(100))]) {
        read += text.length;
        yield Buffer.from(text);
      }
    };
    const stopping = new AbortController();
    const { writes } = await served.statements.during(() =>
      runs.run(claimed, file(), {
        signal: stopping.signal,
        onProgress: ({ bytesDone, lastRow }) => {
          ahead = Math.max(ahead, read - bytesDone);
          if (lastRow > 3_000) stopping.abort();
        },
      }),
    );
    // The first chunk is the longest.
    expect(ahead).toBeLessThan(good.length + 1);
    expect(read).toBeLessThan(good.length + 25 * 100 * row.length);
    const inserts = writes.filter((statement) => /^INSERT INTO .users./.test(statement));
    expect(inserts).toHaveLength(4);
    // SQLite keeps a compiled statement for each text: of times in it there would be one for each batch.
    expect(new Set(inserts).size).toBe(1);
    await served.app.get(UserImports).remove(claimed);
  });

  it('has one part of an upload in memory', async () => {
    const of = await abandoned(people('parts', 1, 2));
    const parts = served.app.get(ImportParts).all(of);
    expect((await parts.next()).value?.toString()).toBe('username,email\n');
    await served.source.getRepository(UserImportPart).delete({ importId: of.id, number: 2 });
    await expect(parts.next()).rejects.toThrow('Part 2 of the upload is missing');
    expect(await served.app.get(ImportUploads).runNext(running.signal)).toBe('over');
    expect((await get(`/${of.id}`)).body).toMatchObject({ state: 'failed', failure: expect.stringMatching(/^Part 2/) });
  });

  it('of a file that is changed meanwhile ends as faulty: what was made is not what the record says', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'doorward-import-')), 'moving.csv');
    writeFileSync(path, 'username,email\nmoving1,moving1@example.com\n');
    const files = served.app.get(ImportFiles);
    const order = { path, format: 'csv', isDryRun: false, isResumed: false } as const;
    const claimed = await files.open(order);
    writeFileSync(path, 'username,email\nmoving2,moving2@example.com\n');
    expect(await files.run(claimed, path, {})).toBe('over');
    expect(await files.find(claimed.id)).toMatchObject({ state: 'failed', failure: expect.stringMatching(/changed/) });
    rmSync(dirname(path), { recursive: true });
  });

  it('keeps the faults of so many rows, and counts the others', async () => {
    const of = await abandoned(['x,one@example.com', 'y,two@example.com']);
    await served.source.getRepository(UserImport).update({ id: of.id }, { refused: 9_999 });
    expect(await served.app.get(ImportUploads).runNext(running.signal)).toBe('over');
    expect((await get(`/${of.id}`)).body).toMatchObject({ refused: 10_001 });
    expect((await errorsOf(of.id)).map(([row]) => row)).toEqual([2]);
  });

  it('attack: takes no sealed part of another import, or in another place', async () => {
    const [of, other] = [await abandoned(people('swap', 1, 2)), await abandoned(people('swapped', 1, 2))];
    const parts = served.source.getRepository(UserImportPart);
    const { content } = await parts.findOneByOrFail({ importId: other.id, number: 2 });
    await parts.update({ importId: of.id, number: 2 }, { content });
    await parts.update({ importId: other.id, number: 1 }, { content });
    for (const { id } of [of, other]) {
      expect(await served.app.get(ImportUploads).runNext(running.signal)).toBe('over');
      expect((await get(`/${id}`)).body).toMatchObject({
        state: 'failed',
        failure: expect.stringMatching(/SECRET_KEY/),
      });
    }
    expect(await count(/^swap/)).toBe(0);
  });
});

describe('an import whose process died', () => {
  const running = new AbortController();

  it('goes on behind the last batch, and makes nobody twice', async () => {
    const of = await abandoned([...people('half', 1, 400), 'half1,again@example.com']);
    const uploads = served.app.get(ImportUploads);
    const stopped = new AbortController();
    stopped.abort();
    expect(await uploads.runNext(stopped.signal)).toBe('stopped');
    expect((await get(`/${of.id}`)).body).toMatchObject({ state: 'running', imported: 250, last_row: 251 });
    expect(await uploads.runNext(running.signal)).toBe('over');
    expect((await get(`/${of.id}`)).body).toMatchObject({ state: 'done', imported: 400, refused: 1 });
    expect(await count(/^half/)).toBe(400);
  });

  it.each([false, true])(
    'after the users and before the checkpoint, counts each once (dry run: %s)',
    async (isDryRun) => {
      const name = isDryRun ? 'torndry' : 'torn';
      const of = await abandoned([...people(name, 1, 10), `${name}3,again@example.com`], isDryRun);
      const [store, batch] = [served.app.get(UserImportStore), served.app.get(ImportBatch)];
      const rows = people(name, 1, 4).map((line, index) => {
        const [username, email] = line.split(',');
        return { number: index + 2, bytes: 0, values: { username, email } };
      });
      await batch.settle((await store.find(of.id)) ?? of, await Promise.all(rows.map((row) => judged(row))));
      expect(await served.app.get(ImportUploads).runNext(running.signal)).toBe('over');
      expect((await get(`/${of.id}`)).body).toMatchObject({ imported: 10, refused: 1 });
      expect(await errorsOf(of.id)).toEqual([[12, 'username', 'A user, or an earlier row, has this user name.']]);
      expect(await count(new RegExp(`^${name}\\d`))).toBe(isDryRun ? 0 : 10);
    },
  );

  it('is left to one process, and lost when its lease is', async () => {
    const of = await abandoned(people('leased', 1, 5));
    const store = served.app.get(UserImportStore);
    const claimed = await store.claim(of.id);
    expect(claimed).toBeDefined();
    expect(await store.claim(of.id)).toBeUndefined();
    expect(await served.app.get(ImportUploads).runNext(running.signal)).toBeUndefined();
    await served.source.getRepository(UserImport).update({ id: of.id }, { leaseEndsAt: new Date(0) });
    expect(await served.app.get(ImportUploads).runNext(running.signal)).toBe('over');
    const progress = { bytesDone: 1, lastRow: 1, imported: 0, refused: 0 };
    expect(await store.checkpoint(Object.assign(of, { claim: claimed?.claim ?? '' }), progress)).toBe(false);
    const late = Object.assign(of, { claim: claimed?.claim ?? '' });
    expect([await store.release(late), await store.finish(late, 'late')]).toEqual([false, false]);
    expect(await count(/^leased/)).toBe(5);
  });
});
