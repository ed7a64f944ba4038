import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { IdempotencyRecord } from '../../src/api/idempotency-record.entity.js';
import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { Client } from '../../src/clients/client.entity.js';
import { ClientService } from '../../src/clients/client.service.js';
import { Configuration } from '../../src/declarative/configuration.service.js';
import { sentSecrets } from '../../src/declarative/sent-secrets.js';
import { ChangedMeanwhileError } from '../../src/declarative/plan.js';
import type { AdminScope } from '../../src/protocol/admin-scope.js';
import { CustomScope } from '../../src/scopes/custom-scope.entity.js';
import { Session } from '../../src/session/session.entity.js';
import { Setting } from '../../src/settings/setting.entity.js';
import { aMachine, aStaffMember, callApi } from '../support/admin-api.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, aUser } from '../support/builders.js';
import { isMariadb } from '../support/database.js';
import { noteSecret } from '../support/leak-scan.js';
import { machineToken } from '../support/machine-token.js';
import { aScope } from '../support/scopes.js';

interface Applied {
  readonly steps: readonly { action: string; id: string; changes: readonly unknown[] }[];
  readonly notes: readonly string[];
  readonly secrets: readonly { id: string; secrets: Record<string, string> }[];
}
interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly line?: number;
}
interface Call {
  readonly by?: string;
  readonly prune?: boolean;
  readonly secrets?: Record<string, string>;
  readonly headers?: Record<string, string>;
}

const SECTIONS = ['settings', 'resources', 'scopes', 'clients'] as const;
const ALL = ['configuration', 'secrets', ...SECTIONS].flatMap((resource) => [
  `admin:${resource}:read`,
  `admin:${resource}:write`,
]) as AdminScope[];

let served: TestApp;
let owner: string;
let admin: string;
let machine: { readonly token: string; readonly client: { readonly clientId: string } };
beforeAll(async () => {
  served = await startApp();
  owner = (await aStaffMember(served, 'owner')).token;
  admin = (await aStaffMember(served, 'admin')).token;
  machine = await aMachine(served, ALL);
});
afterEach(() => served.source.getRepository(Setting).clear());
afterAll(() => served.close());

let made = 0;
const newId = () => `client_of_document_${(made += 1)}`;
const newSecret = () => {
  const secret = randomBytes(32).toString('hex');
  noteSecret(secret);
  return secret;
};
const document = (...lines: string[]) => ['version: 1', ...lines, ''].join('\n');
const anApp = (id: string, ...lines: string[]) =>
  document(
    'clients:',
    `  ${id}:`,
    ...['client_name: Acme Photos', 'kind: server', 'redirect_uris: [https://photos.example/callback]', ...lines].map(
      (line) => `    ${line}`,
    ),
  );
const robot = (id: string, ...lines: string[]) =>
  document('clients:', ...[`${id}:`, '  client_name: Robot', '  kind: machine', ...lines].map((line) => `  ${line}`));

async function send(operation: 'plan' | 'apply', text: string, { by = admin, headers, ...more }: Call = {}) {
  const tag: Record<string, string> = operation === 'apply' ? { 'if-match': '*' } : {};
  const call = { body: { document: text, ...more }, headers: { ...tag, ...headers } };
  const answer = await callApi(served, by, 'POST', `/configuration/${operation}`, call);
  const body = answer.body as unknown as Applied & { errors?: readonly Fault[] };
  for (const { secrets } of body.secrets ?? []) for (const secret of Object.values(secrets)) noteSecret(secret);
  return {
    ...answer,
    answer: body,
    acts: (body.steps ?? []).map(({ action, id }) => `${action} ${id}`),
    faults: body.errors ?? [],
  };
}
const plan = (text: string, call?: Call) => send('plan', text, call);
const apply = (text: string, call?: Call) => send('apply', text, call);
const exported = async (by: string) => (await callApi(served, by, 'GET', '/configuration')).body['document'] as string;
const stored = async (clientId: string) => (await served.app.get(ClientService).stored(clientId)) ?? null;
const refusals = ({ status, faults }: { status: number; faults: readonly Fault[] }) => [
  status,
  ...faults.map(({ path, message }) => `${path.join(' ')}: ${message}`),
];

describe('the configuration through the admin API', () => {
  it('that fails on the way tells what it made, with the secrets that are shown once', async () => {
    const [one, two] = [newId(), newId()];
    const both = `${robot(one)}${robot(two).split('clients:\n')[1]}`;
    const when = `NEW.oauth_clients = '${two}'`;
    await served.source.query(
      isMariadb
        ? `CREATE TRIGGER no_two BEFORE INSERT ON oauth_clients FOR EACH ROW IF ${when} THEN SIGNAL SQLSTATE '45000'; END IF`
        : `CREATE TRIGGER no_two BEFORE INSERT ON oauth_clients WHEN ${when} BEGIN SELECT RAISE(ABORT, 'no'); END`,
    );
    const { status, body } = await apply(both, { by: owner });
    await served.source.query('DROP TRIGGER no_two');
    const { steps, secrets } = body['applied'] as Applied;
    for (const thing of secrets) for (const secret of Object.values(thing.secrets)) noteSecret(secret);
    expect([status, steps.map(({ id }) => id)]).toEqual([500, [one]]);
    expect(secrets[0]?.secrets).toMatchObject({ client_secret: expect.stringMatching(/^dws_/) as string });
    expect((await apply(both, { by: owner })).acts).toEqual([`create ${two}`]);
  });

  it('is exported, and applied as it is changes nothing', async () => {
    await aClient(served);
    await aScope(served);
    const id = newId();
    const first = await apply(anApp(id, 'scope: [openid, profile]'), { by: owner });
    expect([first.status, first.acts]).toEqual([200, [`create ${id}`]]);
    expect(Object.keys(first.answer.secrets[0]?.secrets ?? {})).toContain('client_secret');
    const text = await exported(owner);
    expect(text).toContain(`${id}:`);
    expect(text).toContain(`env: ${id.toUpperCase()}_SECRET`);
    const again = await apply(text, { by: owner, prune: true });
    expect([again.status, again.acts, again.answer.secrets]).toEqual([200, [], []]);
    expect((await apply(anApp(id, 'scope: [openid, profile]'))).acts).toEqual([]);
  });

  it('does what was looked at, or nothing', async () => {
    const text = document('settings: { REGISTRATION: invite }');
    const seen = await plan(text);
    expect([seen.acts, await served.source.getRepository(Setting).count()]).toEqual([['create REGISTRATION'], 0]);
    const tag = { 'if-match': seen.headers['etag'] ?? '' };
    await apply(document('settings: { REGISTRATION: closed }'));
    expect((await apply(text, { headers: tag })).status).toBe(412);
    expect(await exported(admin)).toContain('REGISTRATION: closed');
    const now = await plan(text);
    expect((await apply(text, { headers: { 'if-match': now.headers['etag'] ?? '' } })).acts).toEqual([
      'update REGISTRATION',
    ]);
    const unasked = await callApi(served, admin, 'POST', '/configuration/apply', { body: { document: text } });
    expect(unasked.status).toBe(428);
  });

  it('deletes only where that was asked for, in the sections of the document', async () => {
    const id = newId();
    await apply(anApp(id));
    await apply(document('settings: { REGISTRATION: invite }'));
    expect((await apply(document('settings: {}'))).acts).toEqual([]);
    expect((await plan(document('settings: {}'), { prune: true })).acts).toEqual(['delete REGISTRATION']);
    expect((await apply(document('prune: true', 'settings: {}'))).acts).toEqual(['delete REGISTRATION']);
    expect(await stored(id)).not.toBeNull();
  });

  it('tells every fault at once, with its line and path', async () => {
    const text = `${robot('client_x', '  colour: red', '  redirect_uris: no')}settings: { NO_SUCH: 1 }\n`;
    for (const answer of [await plan(text), await apply(text)]) {
      expect(answer.status).toBe(422);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.faults.map(({ line, path }) => `${line} ${path.join(' ')}`)).toEqual([
        '8 settings NO_SUCH',
        '6 clients client_x colour',
        '7 clients client_x redirect_uris',
      ]);
    }
  });

  it('is bounded: in its length, its nesting, its aliases, and the faults that are told', async () => {
    const long = await plan(`# ${'x'.repeat(250_000)}`);
    expect([long.status, long.body['errors']]).toMatchObject([422, [{ field: 'document' }]]);
    expect((await plan('x'.repeat(1_100_000))).status).toBe(413);
    expect((await plan('? '.repeat(100_000))).faults).toMatchObject([{ message: 'This is nested too deeply.' }]);
    const aliases = await plan(`a: &a [x]\nb: [${'*a,'.repeat(200)}]\n`);
    expect(aliases.faults).toMatchObject([{ message: 'Use at most 100 aliases.' }]);
    const names = Array.from({ length: 300 }, (_none, number) => `NO_${number}: 1`).join(', ');
    expect((await plan(document(`settings: { ${names} }`))).faults).toHaveLength(200);
  });

  it('says what was done before somebody else came in between, with its secrets', async () => {
    const [first, second] = [newId(), newId()];
    await apply(robot(second));
    const scopes = Array.from({ length: 40 }, (_none, number) => `${second}:${number}: { descriptions: { en: A } }`);
    const text = `${robot(first)}  ${second}: { client_name: Other, kind: machine }\nscopes: { ${scopes.join(', ')} }\n`;
    const answer = apply(text);
    const isUnderWay = () => served.source.getRepository(CustomScope).existsBy({ name: `${second}:0` });
    await expect.poll(isUnderWay, { interval: 1, timeout: 10_000 }).toBe(true);
    await served.source.getRepository(Client).update({ clientId: second }, { clientName: 'Third' });
    const { status, body } = await answer;
    const done = body['applied'] as Applied;
    for (const secret of Object.values(done.secrets[0]?.secrets ?? {})) noteSecret(secret);
    expect([status, body['detail']]).toEqual([409, expect.stringContaining(`The app ${second} was changed`)]);
    expect(done.steps.map(({ id }) => id)).toEqual([...scopes.map((line) => line.split(': ')[0]), first]);
    expect(done.secrets).toMatchObject([{ id: first, secrets: { client_secret: expect.any(String) as string } }]);
  });

  it('writes each step down, with who did it and in which request', async () => {
    const id = newId();
    const { headers } = await apply(anApp(id), { by: machine.token });
    await apply(document('prune: true', 'settings: {}'), { by: machine.token });
    const events = await served.source.getRepository(AuditEvent).findBy({ targetId: id });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      action: 'client.created',
      actorType: 'client',
      actorId: machine.client.clientId,
      requestId: headers['x-request-id'],
      address: '127.0.0.1',
      details: { registeredBy: 'api' },
    });
  });
});

describe('secrets of a document through the admin API', () => {
  it('are what the request brings along, and stay nowhere', async () => {
    const [id, secret, other] = [newId(), newSecret(), newSecret()];
    const text = robot(id, '  token_endpoint_auth_method: client_secret_post', '  client_secret: { env: ROBOT }');
    const missing = await apply(text);
    expect(missing.faults).toMatchObject([
      { path: ['clients', id, 'client_secret'], message: expect.stringContaining('Send ROBOT in `secrets`') as string },
    ]);
    const headers = { 'idempotency-key': id };
    const first = await apply(text, { secrets: { ROBOT: secret }, headers });
    expect([first.status, first.acts]).toEqual([200, [`create ${id}`]]);
    expect(JSON.stringify(first.body)).not.toContain(secret);
    const again = await apply(text, { secrets: { ROBOT: secret }, headers });
    expect([again.headers['idempotency-replayed'], again.body]).toEqual(['true', first.body]);
    expect((await machineToken(served, { clientId: id, clientSecret: secret })).statusCode).toBe(200);
    expect((await plan(text, { secrets: { ROBOT: secret } })).acts).toEqual([]);
    expect((await plan(text)).answer.notes).toEqual([`ROBOT was not sent: the secret of ${id} stays as it is.`]);
    const changed = await apply(text, { secrets: { ROBOT: other } });
    expect(changed.answer.steps[0]?.changes).toEqual([
      { path: ['client_secret'], from: 'another secret', to: 'the one in secrets.ROBOT' },
    ]);
    expect((await machineToken(served, { clientId: id, clientSecret: other })).statusCode).toBe(200);
    const kept = JSON.stringify([
      await served.source.getRepository(IdempotencyRecord).find(),
      await served.source.getRepository(AuditEvent).findBy({ targetId: id }),
    ]);
    const shown = Object.values(first.answer.secrets[0]?.secrets ?? {});
    for (const value of [secret, other, ...shown]) expect(kept).not.toContain(value);
  });

  it('are none of the server: neither its environment nor its files', async () => {
    const secret = newSecret();
    process.env['DOORWARD_TEST_SECRET'] = secret;
    try {
      for (const reference of ['{ env: DOORWARD_TEST_SECRET }', '{ env: __proto__ }', '{ env: PATH }']) {
        const answer = await plan(robot(newId(), `  client_secret: ${reference}`));
        expect([answer.status, answer.faults[0]?.message]).toEqual([422, expect.stringContaining('Send ')]);
      }
    } finally {
      delete process.env['DOORWARD_TEST_SECRET'];
    }
    for (const path of ['/etc/passwd', '/no/such/file']) {
      const answer = await plan(robot(newId(), `  client_secret: { file: ${path} }`));
      expect(answer.faults[0]?.message).toMatch(/^Files are not read here/);
    }
  });

  it.each([[[]], [{ A: 1 }], ['A'], [null]])('cannot be %j', async (secrets) => {
    const body = { document: document(), secrets };
    expect((await callApi(served, admin, 'POST', '/configuration/plan', { body })).status).toBe(422);
  });
});

describe('attack A44: nobody raises their rights by a document', () => {
  it('every step takes what its single operation takes', async () => {
    const id = newId();
    const text = `${anApp(id)}settings: { REGISTRATION: invite }\nscopes: { ${id}: { descriptions: { en: A } } }\n`;
    const { token } = await aMachine(
      served,
      ALL.filter((scope) => !/^admin:(settings|scopes|secrets):write$/.test(scope)),
    );
    expect(refusals(await apply(text, { by: token }))).toEqual([
      403,
      'settings REGISTRATION: create setting REGISTRATION: This needs the scope admin:settings:write.',
      `scopes ${id}: create scope ${id}: This needs the scope admin:scopes:write.`,
    ]);
    expect(await stored(id)).toBeNull();
    // A secret of an app that is there is worth what the app may.
    expect((await apply(anApp(id), { by: token })).status).toBe(200);
    const secret = await apply(anApp(id, 'client_secret: { env: A }'), { by: token, secrets: { A: newSecret() } });
    expect(refusals(secret)).toEqual([
      403,
      `clients ${id}: update app ${id}: This needs the scope admin:secrets:write.`,
    ]);
    const jwt = await apply(anApp(id, 'token_endpoint_auth_method: client_secret_jwt'), { by: token });
    expect(jwt.status).toBe(403);
  });

  it('nobody looks at a section that they cannot read', async () => {
    const { token } = await aMachine(served, ['admin:configuration:read', 'admin:clients:read']);
    const text = await exported(token);
    expect(Object.keys(JSON.parse(JSON.stringify(text.match(/^\w+:/gm))) as string[]).length).toBe(2);
    expect((await plan(text, { by: token })).status).toBe(200);
    expect(refusals(await plan(document('settings: {}', 'scopes:'), { by: token, prune: true }))).toEqual([
      403,
      'settings: This needs the scope admin:settings:read.',
      'scopes: This needs the scope admin:scopes:read.',
    ]);
  });

  it('rights are given and taken by owners, to no program by itself', async () => {
    const id = newId();
    const mighty = robot(id, '  admin_scopes: [admin:clients:read]');
    for (const by of [admin, machine.token]) {
      expect(refusals(await apply(mighty, { by }))).toEqual([403, expect.stringContaining('Only an owner')]);
    }
    await apply(robot(id), { by: admin });
    for (const by of [admin, machine.token]) expect((await apply(mighty, { by })).status).toBe(403);
    expect((await stored(id))?.adminScopes).toBeNull();
    // Not even by an owner to one whose secret others know: to a new one.
    expect(refusals(await apply(mighty, { by: owner }))).toEqual([
      403,
      expect.stringContaining('register another one'),
    ]);
    const another = newId();
    expect((await apply(mighty.replace(id, another), { by: owner })).status).toBe(200);
    expect((await stored(another))?.adminScopes).toEqual(['admin:clients:read']);
    // Nor taken: an app that is left with none could be taken over by those who could not touch it before.
    for (const by of [admin, machine.token]) expect((await apply(robot(another), { by })).status).toBe(403);
  });

  it('no app proves itself with other keys than before without the right to secrets', async () => {
    const id = newId();
    await apply(robot(id), { by: admin });
    const { token } = await aMachine(served, [
      'admin:configuration:write',
      'admin:clients:read',
      'admin:clients:write',
    ]);
    const keys = '  token_endpoint_auth_method: private_key_jwt\n  jwks_uri: https://keys.example/';
    const refused = await apply(robot(id, ...keys.split('\n')), { by: token });
    expect(refusals(refused)).toEqual([403, expect.stringContaining('admin:secrets:write')]);
  });

  it('no program acts on itself, nobody on a program that may do what they may not', async () => {
    const { clientId } = machine.client;
    const { clients } = { clients: (await exported(owner)).split('\n') };
    const from = clients.findIndex((line) => line.startsWith(`  ${clientId}:`));
    const length = clients.slice(from + 1).findIndex((line) => !line.startsWith('    '));
    const itself = document('clients:', ...clients.slice(from, from + 1 + length));
    expect((await apply(itself, { by: machine.token })).acts).toEqual([]);
    const more = itself.replace('    admin_scopes:', '    admin_scopes:\n      - admin:users:write');
    expect(refusals(await apply(more, { by: machine.token }))).toEqual([
      403,
      expect.stringContaining('it is yourself'),
      expect.stringContaining('Only an owner'),
    ]);
    const renamed = itself.replace(/client_name: .*/, 'client_name: Another');
    expect((await apply(renamed, { by: machine.token })).status).toBe(403);
    const mightier = newId();
    await apply(robot(mightier, '  admin_scopes: [admin:keys:write]'), { by: owner });
    const text = robot(mightier, '  admin_scopes: [admin:keys:write]');
    for (const by of [admin, machine.token]) {
      const taken = { by, secrets: { A: newSecret() } };
      expect((await apply(`${text}    client_secret: { env: A }\n`, taken)).status).toBe(403);
      const pruned = await apply(document('clients: {}'), { by, prune: true });
      expect(refusals(pruned)).toContainEqual(expect.stringContaining(`delete app ${mightier}: This app has rights`));
    }
    expect(await stored(mightier)).not.toBeNull();
  });

  it('the record of what they did is kept as long as an owner says', async () => {
    const text = document('settings: { AUDIT_DAYS: 1 }');
    for (const by of [admin, machine.token]) {
      expect(refusals(await apply(text, { by }))).toEqual([
        403,
        expect.stringContaining('Only an owner changes this setting'),
      ]);
    }
    expect((await apply(text, { by: owner })).status).toBe(200);
    expect((await apply(document('prune: true', 'settings: {}'), { by: admin })).status).toBe(403);
  });

  it('nobody vouches for what nobody has seen (attack A23)', async () => {
    const id = newId();
    const verified = anApp(id, 'is_verified: true');
    expect((await apply(verified, { by: owner })).faults).toMatchObject([{ path: ['clients', id, 'is_verified'] }]);
    await apply(anApp(id));
    expect((await apply(verified)).acts).toEqual([`update ${id}`]);
    expect((await stored(id))?.isVerified).toBe(true);
    for (const [from, to] of [
      ['Acme Photos', 'Acme Bank'],
      ['photos.example', 'evil.example'],
      ['is_verified: true', 'is_verified: true\n    logo_uri: https://evil.example/logo.png'],
    ] as const) {
      expect((await apply(verified.replace(from, to))).status).toBe(422);
    }
    expect((await apply(anApp(id).replace('Acme Photos', 'Acme Bank'))).status).toBe(200);
    expect((await stored(id))?.isVerified).toBe(false);
  });

  it('apps of users and those without a secret are not taken over', async () => {
    const { clientId } = await aClient(served, { owner: await aUser(served) });
    expect((await apply(anApp(clientId))).faults).toMatchObject([{ path: ['clients', clientId] }]);
    const id = newId();
    const page = robot(id, '  redirect_uris: [https://a.example/]').replace('machine', 'browser');
    const answer = await apply(`${page}resources: { https://${id}.example/: { name: A, client: ${id} } }\n`);
    expect(answer.faults).toMatchObject([{ path: ['resources', `https://${id}.example/`, 'client'] }]);
  });

  it('applying takes a login of the last ten minutes (RFC 9470)', async () => {
    const { token, user } = await aStaffMember(served, 'admin');
    const then = new Date(Date.now() - 11 * 60_000);
    await served.source.getRepository(Session).update({ userId: user.id }, { authTime: then });
    const answer = await apply(document(), { by: token });
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([
      401,
      expect.stringContaining('insufficient_user_authentication'),
    ]);
    expect((await plan(document(), { by: token })).status).toBe(200);
  });

  it('what was judged is what is changed: an app that got rights meanwhile keeps its secret', async () => {
    const [id, secret] = [newId(), newSecret()];
    await apply(robot(id));
    const before = await stored(id);
    const configuration = served.app.get(Configuration);
    const text = robot(id, '  client_secret: { env: A }');
    const meanwhile = async () => {
      await served.source.getRepository(Client).update({ clientId: id }, { adminScopes: ['admin:keys:write'] });
    };
    const declarer = { through: 'api', secrets: sentSecrets({ A: secret }), mayRead: () => true } as const;
    await expect(configuration.apply(text, { declarer }, meanwhile)).rejects.toBeInstanceOf(ChangedMeanwhileError);
    expect((await stored(id))?.clientSecretDigest).toEqual(before?.clientSecretDigest);
    const emptied = document('prune: true', 'clients: {}');
    const again = async () => {
      const updatedAt = new Date(Date.now() + 60_000);
      await served.source.getRepository(Client).update({ clientId: id }, { updatedAt });
    };
    await configuration.apply(emptied, { declarer }, again).catch(() => undefined);
    expect(await stored(id)).not.toBeNull();
  });
});
