import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { ClientService } from '../../src/clients/client.service.js';
import { aMachine, aStaffMember, callApi } from '../support/admin-api.js';
import { startApp, type TestApp } from '../support/app.js';
import { allow, anAttempt } from '../support/authorization.js';
import { aBrowserOf, aClient, aUser } from '../support/builders.js';
import { aDocument, anInitialToken, callRegistration } from '../support/registration.js';
import { aResource, aScope } from '../support/scopes.js';

let served: TestApp;
let token: string;
beforeAll(async () => {
  served = await startApp();
  ({ token } = await aStaffMember(served, 'admin'));
});
afterAll(() => served.close());

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
const api = (method: Method, path: string, body?: object, headers: Record<string, string> = { 'if-match': '*' }) =>
  callApi(served, token, method, path, { headers, ...(body !== undefined && { body }) });
const fieldsOf = ({ body }: { body: Record<string, unknown> }) =>
  (body['errors'] as { field: string }[] | undefined)?.map(({ field }) => field);
const scopesOf = async (clientId: string) => (await served.app.get(ClientService).stored(clientId))?.scopes;

describe('/scopes of the admin API', () => {
  it('defines, shows, changes and deletes a scope', async () => {
    const { id: resource_id, identifier } = await aResource(served);
    const body = { name: 'mail.send', descriptions: { en: 'Send mail', de: 'Mails senden' }, resource_id };
    const made = await api('POST', '/scopes', body);
    expect(made).toMatchObject({ status: 201, body: { ...body, sensitivity: 'normal', needs_user: true } });
    expect(made.body['audience']).toBe(identifier);
    const path = `/scopes/${made.body['id'] as string}`;
    expect(made.headers['location']).toBe(`/api/v1${path}`);
    const { etag = '' } = made.headers;
    const changed = await api('PATCH', path, { sensitivity: 'sensitive' }, { 'if-match': etag });
    expect(changed).toMatchObject({ status: 200, body: { sensitivity: 'sensitive', needs_user: true } });
    expect((await api('PATCH', path, { needs_user: false }, { 'if-match': etag })).status).toBe(412);
    expect((await api('GET', `/scopes?search=mail.&resource_id=${resource_id}`)).body['data']).toHaveLength(1);
    for (let count = 0; count < 2; count += 1) {
      const { clientId } = await aClient(served);
      expect((await api('POST', `${path}/clients`, { client_id: clientId })).status).toBe(204);
    }
    expect((await api('GET', path)).body['app_count']).toBe(2);
    expect(await api('DELETE', path)).toMatchObject({ status: 200, body: { withdrawn_from_apps: 2 } });
    expect((await api('GET', path)).status).toBe(404);
  });

  it.each([
    ['a built-in name', { name: 'openid' }, 'name'],
    ['a name of the admin API', { name: 'admin:users:write' }, 'name'],
    ['the form of a single claim', { name: 'claim:email' }, 'name'],
    ['a space', { name: 'a b' }, 'name'],
    ['a comma', { name: 'a,b' }, 'name'],
    ['a quote', { name: 'a"b' }, 'name'],
    ['too long a name', { name: 'a'.repeat(101) }, 'name'],
    ['no English', { descriptions: { de: 'Etwas' } }, 'descriptions'],
    ['no language', { descriptions: { en: 'Something', 'no language': 'x' } }, 'descriptions'],
    ['two lines', { descriptions: { en: 'Some\nthing' } }, 'descriptions'],
    ['text that turns round', { descriptions: { en: '\u202egnihtemoS' } }, 'descriptions'],
    ['a name of the admin API in capitals', { name: 'ADMIN:users:write' }, 'name'],
    ['a name that is built in, in capitals', { name: 'OpenId' }, 'name'],
    ['a resource server that is none', { resource_id: 'nobody' }, 'resource_id'],
    ['an unknown member', { color: 'red' }, 'color'],
  ])('refuses %s', async (_what, changes, field) => {
    const answer = await api('POST', '/scopes', { name: 'fine', descriptions: { en: 'Something' }, ...changes });
    expect([answer.status, fieldsOf(answer)]).toEqual([422, [field]]);
  });

  it('refuses a name that there is, and to touch what is built in', async () => {
    const { name } = await aScope(served);
    expect((await api('POST', '/scopes', { name, descriptions: { en: 'x' } })).status).toBe(409);
    const { data } = (await api('GET', '/scopes?is_built_in=true')).body as { data: { id: string }[] };
    expect(data.map(({ id }) => id)).toEqual(expect.arrayContaining(['openid', 'admin:scopes:write']));
    expect((await api('GET', '/scopes/openid')).body).toMatchObject({ is_built_in: true, needs_user: true });
    for (const id of ['openid', 'admin:users:read']) {
      expect((await api('PATCH', `/scopes/${id}`, { sensitivity: 'normal' })).status).toBe(409);
      expect((await api('DELETE', `/scopes/${id}`)).status).toBe(409);
    }
  });

  it('gives no scope to an app that has more rights than the caller, nor what needs a person to a machine', async () => {
    const scope = await aScope(served, { needsUser: false });
    const personal = await aScope(served);
    const { client: mighty } = await aMachine(served, ['admin:keys:write']);
    const plain = await aClient(served, { kind: 'machine' });
    const give = (id: string, client_id: string) => api('POST', `/scopes/${id}/clients`, { client_id });
    expect((await give(scope.id, mighty.clientId)).status).toBe(403);
    expect(fieldsOf(await give(personal.id, plain.clientId))).toEqual(['client_id']);
    expect(fieldsOf(await give(scope.id, 'client_nobody'))).toEqual(['client_id']);
    expect((await give(scope.id, plain.clientId)).status).toBe(204);
    expect(await scopesOf(plain.clientId)).toEqual([scope.name]);
    expect((await api('DELETE', `/scopes/${scope.id}/clients/${plain.clientId}`)).status).toBe(204);
    expect(await scopesOf(plain.clientId)).toEqual([]);
  });
});

describe('/resources of the admin API', () => {
  it('defines, shows, changes and deletes a resource server with its scopes', async () => {
    const { clientId: client_id } = await aClient(served);
    const body = { identifier: 'https://notes.example.com/v1', name: 'Notes', access_token_lifetime: 600, client_id };
    const made = await api('POST', '/resources', body);
    expect(made).toMatchObject({ status: 201, body: { ...body, status: 'active' } });
    const resourceId = made.body['id'] as string;
    const path = `/resources/${resourceId}`;
    const scope = await aScope(served, { resourceId });
    const app = await aClient(served, { row: { scopes: [scope.name] } });
    expect((await api('GET', path)).body).toMatchObject({ scopes: [scope.name], app_count: 1 });
    const emptied = await api('PATCH', path, { access_token_lifetime: null, client_id: null, status: 'suspended' });
    expect(emptied.body).toMatchObject({ access_token_lifetime: null, client_id: null, status: 'suspended' });
    expect((await api('GET', '/resources?search=https://notes&status=suspended')).body['data']).toHaveLength(1);
    expect((await api('POST', '/resources', body)).status).toBe(409);
    const gone = { deleted_scopes: [scope.name], withdrawn_from_apps: 1 };
    expect(await api('DELETE', path)).toMatchObject({ status: 200, body: gone });
    expect((await api('GET', `/scopes/${scope.id}`)).status).toBe(404);
    const events = await served.source.getRepository(AuditEvent).find({ order: { id: 'DESC' }, take: 3 });
    const why = { cause: 'resource.deleted', identifier: body.identifier };
    const lost = { members: ['scope'], scope: scope.name, isAllowed: false, ...why };
    expect(events.map(({ action, targetId, details }) => ({ action, targetId, details }))).toEqual([
      { action: 'scope.deleted', targetId: scope.id, details: { name: scope.name, apps: 1, ...why } },
      { action: 'client.updated', targetId: app.clientId, details: lost },
      expect.objectContaining({ action: 'resource.deleted', targetId: resourceId }),
    ]);
  });

  it.each<[string, { identifier?: string }, string]>([
    ['no URI', { identifier: 'notes' }, 'identifier'],
    ['a fragment', { identifier: 'https://a.example#b' }, 'identifier'],
    ['a relative address', { identifier: '/notes' }, 'identifier'],
    ['a space', { identifier: 'https://a.example/ b' }, 'identifier'],
    ['this server', { identifier: 'ISSUER' }, 'identifier'],
    ['this server under another name of the machine', { identifier: 'http://127.0.0.1:3000/api/v1' }, 'identifier'],
    ['what runs in a browser', { identifier: 'javascript:1' }, 'identifier'],
    ['its admin API', { identifier: 'ISSUER/api/v1' }, 'identifier'],
    ['too short a lifetime', { access_token_lifetime: 1 } as object, 'access_token_lifetime'],
    ['too long a lifetime', { access_token_lifetime: 86_401 } as object, 'access_token_lifetime'],
    ['an app that is none', { client_id: 'client_nobody' } as object, 'client_id'],
  ])('refuses %s', async (_what, changes: { identifier?: string }, field) => {
    const identifier = changes.identifier?.replace('ISSUER', served.issuer) ?? 'https://fine.example';
    const answer = await api('POST', '/resources', { name: 'Notes', ...changes, identifier });
    expect([answer.status, fieldsOf(answer)]).toEqual([422, [field]]);
  });

  it('refuses an app that cannot prove who it is as its resource server', async () => {
    const { clientId: client_id } = await aClient(served, { kind: 'browser' });
    const answer = await api('POST', '/resources', { identifier: 'urn:x', name: 'X', client_id });
    expect(fieldsOf(answer)).toEqual(['client_id']);
  });
});

/** Registers an app for a scope; the status of the answer. */
async function attempt(asked: string, allowedScopes?: readonly string[]) {
  const policy = { pkceRequired: true, ...(allowedScopes && { allowedScopes }) };
  const { token: initial } = await anInitialToken(served, { policy });
  const document = aDocument({ scope: asked });
  return (await callRegistration(served, '/connect/register', { method: 'POST', token: initial, document })).status;
}

describe('who may have a scope that administrators defined', () => {
  const rights = { open: {}, sensitive: { sensitivity: 'sensitive' }, machine: { needsUser: false } } as const;
  const make = async () => {
    const [open, sensitive, machine] = [
      await aScope(served, rights.open),
      await aScope(served, rights.sensitive),
      await aScope(served, rights.machine),
    ];
    return { open: open.name, sensitive: sensitive.name, machine: machine.name };
  };

  it('an app that registers itself: what its token names, and never more than an owner could choose', async () => {
    const names = await make();
    expect(await attempt(names.open)).toBe(400);
    expect(await attempt(names.open, [names.open])).toBe(201);
    expect(await attempt(names.sensitive, [names.sensitive])).toBe(400);
    expect(await attempt(names.machine, [names.machine])).toBe(400);
  });

  it('an owner in the panel: what is open, and what an administrator gave', async () => {
    const names = await make();
    const owner = await aUser(served);
    const browser = await aBrowserOf(served, owner);
    const client = await aClient(served, { owner, row: { scopes: ['openid', names.sensitive] } });
    const closing = await aScope(served);
    const form = await browser.open(`/apps/${client.rowId}/edit`);
    const offered = form.form(`/apps/${client.rowId}/edit`).controls.filter(({ name }) => name === 'scope');
    const values = offered.map(({ value }) => value);
    expect(values).toEqual(expect.arrayContaining([names.open, names.sensitive]));
    expect(values).not.toContain(names.machine);
    const save = (scope: string[]) => browser.submit(form, { scope }, { form: `/apps/${client.rowId}/edit` });
    await api('PATCH', `/scopes/${closing.id}`, { sensitivity: 'sensitive' });
    expect((await save(['openid', closing.name])).status).toBe(400);
    expect((await save(['openid', names.open, names.sensitive])).status).toBe(303);
    expect(await scopesOf(client.clientId)).toEqual(['openid', names.open, names.sensitive]);
    expect((await save(['openid'])).status).toBe(303);
    // What was given up is not taken back alone.
    expect((await save(['openid', names.sensitive])).status).toBe(400);
  });
});

describe('the consent page', () => {
  it('says what administrators wrote, in the language of the person; what is sensitive waits for a tick', async () => {
    const descriptions = { en: 'See your <b>photos</b>', de: 'Deine Fotos sehen' };
    const normal = await aScope(served, { descriptions });
    const sensitive = await aScope(served, { descriptions: { en: 'Sell your photos' }, sensitivity: 'sensitive' });
    const scopes = [normal.name, sensitive.name];
    const client = await aClient(served, { row: { scopes } });
    const browser = await aBrowserOf(served, await aUser(served));
    const page = await browser.open(anAttempt(client, { scope: scopes.join(' '), ui_locales: 'de' }).url);
    expect(page.text).toContain('Deine Fotos sehen');
    expect(page.text).toContain('Sell your photos Vertraulich');
    const boxes = page.form('/consent').controls.filter(({ name }) => name === 'scope');
    expect(boxes.map(({ value, isSent }) => [value, isSent])).toEqual([
      [normal.name, true],
      [sensitive.name, false],
    ]);
    await allow(browser, page);
    const apps = await browser.open('/account/apps');
    expect(apps.text).toContain('See your <b>photos</b>');
    expect(apps.text).not.toContain('Sell your photos');
    const english = await (
      await aBrowserOf(served, await aUser(served))
    ).open(anAttempt(client, { scope: normal.name }).url);
    expect(english.text).toContain('See your <b>photos</b>');
  });
});
