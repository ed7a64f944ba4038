import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdempotencyRecord } from '../../src/api/idempotency-record.entity.js';
import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { aMachine, aStaffMember, callApi } from '../support/admin-api.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, aUser } from '../support/builders.js';
import { noteSecret } from '../support/leak-scan.js';
import { machineToken } from '../support/machine-token.js';

const CALLBACK = 'https://photos.example/callback';
const PHOTOS = { kind: 'server', client_name: 'Acme Photos', redirect_uris: [CALLBACK] };

let served: TestApp;
let token: string;
let owner: string;
beforeAll(async () => {
  served = await startApp();
  ({ token } = await aMachine(served, ['admin:clients:read', 'admin:clients:write', 'admin:secrets:write']));
  ({ token: owner } = await aStaffMember(served, 'owner'));
});
afterAll(() => served.close());

interface Registered {
  readonly client_id: string;
  readonly client_secret: string | null;
}

const post = (body: object, by = token, headers: Record<string, string> = {}) =>
  callApi(served, by, 'POST', '/clients', { body, headers });
const patch = (id: string, body: object, { by = token, version = '*' } = {}) =>
  callApi(served, by, 'PATCH', `/clients/${id}`, { body, headers: { 'if-match': version } });
const shown = async (id: string) => (await callApi(served, token, 'GET', `/clients/${id}`)).body;
/** Fields with a fault. */
const faulty = ({ status, body }: { status: number; body: Record<string, unknown> }) =>
  status === 422 ? (body['errors'] as { field: string }[]).map(({ field }) => field) : [`${status}`];

async function created(body: object = {}, by = token): Promise<Registered> {
  const answer = await post({ ...PHOTOS, ...body }, by);
  expect(answer.status).toBe(201);
  const { client_secret: secret, registration_access_token: access, state_key: state } = answer.body;
  for (const value of [secret, access, state]) noteSecret((value as string | null) ?? undefined);
  return answer.body as unknown as Registered;
}

describe('POST /clients', () => {
  it('registers an app of the installation with the defaults of RFC 7591, and shows its secret this once', async () => {
    const answer = await post(PHOTOS);
    noteSecret(answer.body['client_secret'] as string);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        client_name: 'Acme Photos',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
        scope: 'openid profile email phone address offline_access',
        client_secret: expect.stringMatching(/^dws_/) as string,
        client_secret_expires_at: 0,
        owner: null,
        registered_by: 'api',
        is_verified: false,
        pkce_required: true,
      },
    });
    const id = answer.body['client_id'] as string;
    expect(answer.headers['location']).toBe(`/api/v1/clients/${id}`);
    const after = await callApi(served, token, 'GET', `/clients/${id}`);
    expect(after.headers['etag']).toBe(answer.headers['etag']);
    for (const secret of ['client_secret', 'registration_access_token', 'state_key'])
      expect(after.body).not.toHaveProperty(secret);
  });

  it('takes every member of the standards, and shows what was registered under the same names', async () => {
    const metadata = {
      client_uri: 'https://photos.example/',
      contacts: ['dev@photos.example'],
      policy_uri: 'https://photos.example/privacy',
      tos_uri: 'https://photos.example/terms',
      grant_types: ['authorization_code', 'client_credentials'],
      response_types: ['code'],
      token_endpoint_auth_method: 'private_key_jwt',
      jwks_uri: 'https://photos.example/jwks',
      scope: 'openid email',
      id_token_signed_response_alg: 'ES256',
      default_max_age: 600,
      post_logout_redirect_uris: ['https://photos.example/bye'],
      backchannel_logout_uri: 'https://photos.example/logout',
      software_id: 'acme-photos',
      localized: { 'client_name#de': 'Acme Fotos', 'tos_uri#fr': 'https://photos.example/fr' },
      allowed_scopes: ['openid', 'email'],
    };
    const made = await created({ ...metadata, pkce_required: false });
    expect(await shown(made.client_id)).toMatchObject({ ...metadata, pkce_required: false });
    expect(made.client_secret).toBeNull();
  });

  it('registers an app for the user with this employee number', async () => {
    const user = await aUser(served);
    expect(await created({ owner: user.employeeId })).toMatchObject({ owner: user.employeeId });
    expect(faulty(await post({ ...PHOTOS, owner: 'nobody-7' }))).toEqual(['owner']);
  });

  it('names every field with a fault at once, an item of a list by its place', async () => {
    const body = {
      kind: 'server',
      client_name: '',
      redirect_uris: [CALLBACK, 'http://photos.example/callback'],
      client_uri: 'nowhere',
      token_endpoint_auth_method: 'none',
      scope: 'openid photos:read',
      contacts: ['not an address'],
      response_types: ['token'],
      localized: { 'client_name#??': 'x', kind: 'machine' },
    };
    const names = ['client_name', 'client_uri', 'contacts.0', 'localized.client_name#??', 'localized.kind'];
    const rest = ['redirect_uris.1', 'response_types', 'scope', 'token_endpoint_auth_method'];
    expect(faulty(await post(body)).toSorted()).toEqual([...names, ...rest]);
    expect(faulty(await post({ ...PHOTOS, client_secret: 'my own' }))).toEqual(['client_secret']);
    expect(faulty(await post({ ...PHOTOS, redirect_uris: [1] }))).toEqual(['redirect_uris']);
  });

  it('lets an administrator keep what an app may be registered for, and go without PKCE only where a secret is', async () => {
    expect(faulty(await post({ ...PHOTOS, scope: 'openid phone', allowed_scopes: ['openid'] }))).toEqual(['scope']);
    const browser = { ...PHOTOS, kind: 'browser', pkce_required: false };
    expect(faulty(await post(browser))).toEqual(['pkce_required']);
  });

  it('done twice with one Idempotency-Key makes one app and shows the same secret; it is kept sealed', async () => {
    const headers = { 'idempotency-key': 'photos-1' };
    const [first, second] = [await post(PHOTOS, token, headers), await post(PHOTOS, token, headers)];
    const secret = first.body['client_secret'] as string;
    noteSecret(secret);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
    const records = await served.source.getRepository(IdempotencyRecord).find();
    expect(records.length).toBeGreaterThan(0);
    expect(JSON.stringify(records)).not.toContain(secret);
  });

  it('is written down, without a secret', async () => {
    const { client_id: id, client_secret: secret } = await created();
    const where = { action: 'client.created', targetId: id } as const;
    const event = await served.source.getRepository(AuditEvent).findOneByOrFail(where);
    expect(event.details).toEqual({ registeredBy: 'api', kind: 'server' });
    expect(JSON.stringify(event)).not.toContain(secret);
  });
});

describe('rights of programs', () => {
  const robot = { kind: 'machine', client_name: 'Robot', admin_scopes: ['admin:users:read'] };

  it('are given by owners only: no program makes a mightier one, nor raises its own (attack A44)', async () => {
    const { token: admin } = await aStaffMember(served, 'admin');
    expect((await post(robot)).status).toBe(403);
    expect((await post(robot, admin)).status).toBe(403);
    const own = await aMachine(served, ['admin:clients:write']);
    const more = { admin_scopes: ['admin:clients:write', 'admin:users:write'] };
    expect((await patch(own.client.clientId, more, { by: own.token })).status).toBe(403);
    const { clientId } = await aClient(served, { kind: 'machine' });
    expect((await patch(clientId, { admin_scopes: ['admin:clients:read'] })).status).toBe(403);
    expect((await patch(clientId, { admin_scopes: ['admin:clients:read'] }, { by: admin })).status).toBe(403);
    expect(await shown(clientId)).toMatchObject({ admin_scopes: [] });
  });

  it('work from the moment that an owner gives them, and end when they are taken', async () => {
    const made = await created(
      { ...robot, redirect_uris: [], token_endpoint_auth_method: 'client_secret_post' },
      owner,
    );
    const client = { clientId: made.client_id, clientSecret: made.client_secret ?? '' };
    const asked = { scope: 'admin:users:read' };
    expect((await machineToken(served, client as never, asked)).statusCode).toBe(200);
    expect((await patch(made.client_id, { admin_scopes: [] }, { by: owner })).body).toMatchObject({ admin_scopes: [] });
    expect((await machineToken(served, client as never, asked)).statusCode).toBe(400);
  });

  it('may be sent along unchanged by whoever may change the app', async () => {
    const { client_id: id } = await created(
      { ...robot, redirect_uris: [], admin_scopes: ['admin:clients:read'] },
      owner,
    );
    const same = { admin_scopes: ['admin:clients:read'], client_name: 'Reader' };
    expect(await patch(id, same)).toMatchObject({ status: 200, body: { client_name: 'Reader' } });
  });

  it('are not for apps of users, nor for those that have no token of their own', async () => {
    const { employeeId } = await aUser(served);
    expect(faulty(await post({ ...robot, owner: employeeId }, owner))).toEqual(['admin_scopes']);
    expect(faulty(await post({ ...PHOTOS, admin_scopes: ['admin:users:read'] }, owner))).toEqual(['admin_scopes']);
    const { clientId } = await aClient(served, { kind: 'machine', owner: { employeeId } });
    const given = { admin_scopes: ['admin:users:read'] };
    expect(faulty(await patch(clientId, given, { by: owner }))).toEqual(['admin_scopes']);
    expect(faulty(await patch(clientId, { ...given, contacts: [] }, { by: owner }))).toEqual(['admin_scopes']);
  });
});

describe('PATCH /clients/{id}', () => {
  it('changes what is there, removes what is null, and leaves the rest (RFC 7396)', async () => {
    const { client_id: id } = await created({
      client_uri: 'https://photos.example/',
      tos_uri: 'https://photos.example/terms',
      localized: { 'client_name#de': 'Fotos', 'client_name#fr': 'Photos' },
      allowed_scopes: ['openid', 'email'],
      scope: 'openid email',
    });
    const changed = await patch(id, {
      client_uri: null,
      policy_uri: 'https://photos.example/privacy',
      scope: 'openid',
      allowed_scopes: null,
      localized: { 'client_name#fr': null, 'client_name#it': 'Foto' },
      token_endpoint_auth_method: 'client_secret_post',
    });
    const expected = {
      client_uri: null,
      tos_uri: 'https://photos.example/terms',
      policy_uri: 'https://photos.example/privacy',
      scope: 'openid',
      allowed_scopes: null,
      redirect_uris: [CALLBACK],
      localized: { 'client_name#de': 'Fotos', 'client_name#it': 'Foto' },
      token_endpoint_auth_method: 'client_secret_post',
    };
    expect(changed).toMatchObject({ status: 200, body: expected });
    expect(await patch(id, { localized: null, tos_uri: null })).toMatchObject({ body: { localized: {} } });
    expect(await shown(id)).not.toHaveProperty('tos_uri');
  });

  it('judges the whole: an app of one kind cannot become what its kind may not be', async () => {
    const { client_id: id } = await created({ allowed_scopes: ['openid', 'email'], scope: 'openid' });
    expect(faulty(await patch(id, { redirect_uris: null }))).toEqual(['redirect_uris']);
    expect(faulty(await patch(id, { scope: 'openid phone' }))).toEqual(['scope']);
    expect(faulty(await patch(id, { token_endpoint_auth_method: 'private_key_jwt' }))).toEqual(['jwks']);
    expect(faulty(await patch(id, { subject_type: 'pairwise' }))).toEqual(['subject_type']);
    expect(faulty(await patch(id, { kind: 'machine' }))).toEqual(['kind']);
    expect(faulty(await patch(id, { client_name: null }))).toEqual(['client_name']);
    expect(faulty(await patch(id, { suspended_reason: '' }))).toEqual(['suspended_reason']);
  });

  it('ends the vouching when people see something else, and says so in the audit log (attack A23)', async () => {
    const { client_id: id } = await created();
    await patch(id, { is_verified: true });
    expect(await patch(id, { contacts: ['dev@photos.example'] })).toMatchObject({ body: { is_verified: true } });
    expect(await patch(id, { client_name: 'Other' })).toMatchObject({ body: { is_verified: false } });
    const where = { action: 'client.unverified', targetId: id } as const;
    expect(await served.source.getRepository(AuditEvent).countBy(where)).toBe(1);
    for (const look of [{ client_name: 'Third' }, { logo_uri: 'https://photos.example/logo.png' }]) {
      expect(faulty(await patch(id, { is_verified: true, ...look }))).toEqual(['is_verified']);
    }
    expect((await patch(id, { is_verified: true, client_name: 'Other' })).body).toMatchObject({ is_verified: true });
  });

  it('changes the version that was read and no other, and what is decided comes in the same write', async () => {
    const { client_id: id } = await created();
    const { headers } = await callApi(served, token, 'GET', `/clients/${id}`);
    const version = headers['etag'] ?? '';
    const body = { client_name: 'First', status: 'suspended', suspended_reason: 'Spam' };
    expect(await patch(id, body, { version })).toMatchObject({
      status: 200,
      body: { client_name: 'First', status: 'suspended', suspended_reason: 'Spam' },
    });
    expect((await patch(id, { client_name: 'Second' }, { version })).status).toBe(412);
    expect(await shown(id)).toMatchObject({ client_name: 'First' });
  });

  it('of changes of one version at the same moment, one counts and the others are told', async () => {
    const { client_id: id } = await created();
    const { headers } = await callApi(served, token, 'GET', `/clients/${id}`);
    // Of nothing that people see: here the version alone decides.
    const scopes = ['openid', 'openid email', 'openid phone', 'openid profile', ''];
    const version = headers['etag'] ?? '';
    const answers = await Promise.all(scopes.map((scope) => patch(id, { scope }, { version })));
    const done = answers.filter(({ status }) => status === 200);
    expect(done.map(({ body }) => body['scope'])).toEqual([(await shown(id))['scope']]);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(scopes.length - 1);
  });

  it('suspends at once, whatever state the metadata is in', async () => {
    const { clientId } = await aClient(served, { row: { metadata: { jwks: 'broken' } as never } });
    const body = { status: 'suspended', suspended_reason: 'Spam' };
    expect((await patch(clientId, body)).status).toBe(200);
    expect(faulty(await patch(clientId, { contacts: null }))).toEqual(['jwks']);
  });
});
