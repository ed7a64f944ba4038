import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { describeEnvironment } from '../../src/config/env.js';
import { LiveSettings } from '../../src/settings/live-settings.service.js';
import { Setting } from '../../src/settings/setting.entity.js';
import { aMachine, aStaffMember, callApi } from '../support/admin-api.js';
import { startApp, type TestApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';
import { aDocument, callRegistration } from '../support/registration.js';

const ENVIRONMENT = { SMTP_URL: 'smtp://doorward:hunter22@mail.example.com', APP_REGISTRATION: 'closed' };

let served: TestApp;
let other: TestApp;
let owner: string;
let admin: string;
let machine: string;
beforeAll(async () => {
  served = await startApp({ variables: describeEnvironment(ENVIRONMENT), appRegistration: 'closed' });
  const { database, secretKeys } = served.settings;
  other = await startApp({ database, secretKeys });
  owner = (await aStaffMember(served, 'owner')).token;
  admin = (await aStaffMember(served, 'admin')).token;
  machine = (await aMachine(served, ['admin:settings:read', 'admin:settings:write'])).token;
});
afterEach(async () => {
  await served.source.getRepository(Setting).clear();
  for (const { app } of [served, other]) app.get(LiveSettings).forget();
});
afterAll(async () => {
  await other.close();
  await served.close();
});

const get = async (name: string) => (await callApi(served, admin, 'GET', `/settings/${name}`)).body;
const patch = (token: string, name: string, value: unknown, tag = '*') =>
  callApi(served, token, 'PATCH', `/settings/${name}`, { body: { value }, headers: { 'if-match': tag } });
const reset = (token: string, name: string, tag = '*') =>
  callApi(served, token, 'DELETE', `/settings/${name}`, { headers: { 'if-match': tag } });
const signupOf = async (app: TestApp) => (await new TestBrowser(app).get('/signup')).status;

describe('settings through the admin API', () => {
  it('are listed with value and source, the secret ones without a value', async () => {
    await patch(admin, 'REGISTRATION', 'invite');
    const { body } = await callApi(served, admin, 'GET', '/settings');
    const all = body['data'] as Record<string, unknown>[];
    const find = (name: string) => all.find((setting) => setting['name'] === name);
    expect(all).toHaveLength(Object.keys(describeEnvironment({})).length);
    expect(find('REGISTRATION')).toMatchObject({ value: 'invite', source: 'stored', is_changeable: true, lock: null });
    expect(find('AUDIT_DAYS')).toMatchObject({ value: 365, source: 'default', minimum: 1, maximum: 36_500 });
    expect(find('APP_REGISTRATION')).toMatchObject({ value: 'closed', source: 'environment', is_changeable: false });
    expect(find('SMTP_URL')).toMatchObject({ value: null, source: 'environment', is_secret: true });
    expect(find('PORT')).toMatchObject({ is_changeable: false, lock: expect.stringContaining('restart') as string });
    expect(JSON.stringify(body)).not.toContain('hunter22');
  });

  it('take effect at once here, within a second in another process, until they return to the default', async () => {
    expect([await signupOf(served), await signupOf(other)]).toEqual([200, 200]);
    expect(await patch(admin, 'REGISTRATION', 'closed')).toMatchObject({
      status: 200,
      body: { value: 'closed', source: 'stored' },
    });
    expect(await signupOf(served)).toBe(403);
    await expect.poll(() => signupOf(other), { timeout: 5_000 }).toBe(403);
    expect((await reset(admin, 'REGISTRATION')).status).toBe(204);
    expect(await signupOf(served)).toBe(200);
    expect(await get('REGISTRATION')).toMatchObject({ value: 'open', source: 'default' });
  });

  it('decide about registration of apps, too, and the documents say so', async () => {
    const url = '/.well-known/openid-configuration';
    const documentOf = async () => (await served.app.inject({ url })).json<Record<string, unknown>>();
    expect(await documentOf()).toHaveProperty('registration_endpoint');
    await patch(admin, 'DYNAMIC_REGISTRATION', 'off');
    expect(await documentOf()).not.toHaveProperty('registration_endpoint');
    expect((await callRegistration(served, '/connect/register', { document: aDocument() })).status).toBe(403);
  });

  it('cannot be changed where the environment decides, or the start', async () => {
    for (const name of ['APP_REGISTRATION', 'PORT', 'SECRET_KEY', 'LOG_LEVEL']) {
      const answer = await patch(owner, name, 'open');
      expect(answer).toMatchObject({ status: 409, body: { detail: expect.stringContaining(name) as string } });
      expect((await reset(owner, name)).status).toBe(409);
    }
    expect((await patch(owner, 'NO_SUCH', 1)).status).toBe(404);
    expect((await patch(owner, 'constructor', 1)).status).toBe(404);
  });

  it('a row from before the environment decided counts for nothing', async () => {
    const row = { name: 'APP_REGISTRATION', value: 'open', updatedAt: new Date() };
    await served.source.getRepository(Setting).insert(row);
    expect(await get('APP_REGISTRATION')).toMatchObject({ value: 'closed', source: 'environment' });
    const live = served.app.get(LiveSettings);
    live.forget();
    expect((await live.current()).appRegistration).toBe('closed');
  });

  it.each([
    ['REGISTRATION', 'Open'],
    ['REGISTRATION', 1],
    ['REGISTRATION', ['open']],
    ['REGISTRATION', ''],
    ['AUDIT_DAYS', '30'],
    ['AUDIT_DAYS', 0],
    ['AUDIT_DAYS', 1.5],
    ['AUDIT_DAYS', 36_501],
    ['MAIL_FROM', 'nobody'],
    ['MAIL_FROM', 'A <a@example.com>\r\nBcc: b@example.com'],
    ['MAIL_FROM', null],
  ])('%s cannot be %j', async (name, value) => {
    const answer = await patch(owner, name, value);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'value' }] } });
    expect(await get(name)).toMatchObject({ source: 'default' });
  });

  it('that admins could hide behind are an owner’s, in person', async () => {
    for (const token of [admin, machine]) {
      expect((await patch(token, 'AUDIT_DAYS', 1)).status).toBe(403);
      expect((await reset(token, 'AUDIT_DAYS')).status).toBe(403);
    }
    expect((await patch(owner, 'AUDIT_DAYS', 30)).status).toBe(200);
    expect((await patch(machine, 'REGISTRATION', 'invite')).status).toBe(200);
  });

  it('of two changes of one version one is made', async () => {
    for (const value of ['invite', 'closed']) {
      const { headers } = await callApi(served, admin, 'GET', '/settings/REGISTRATION');
      const tag = headers['etag'] ?? '';
      const answers = await Promise.all([
        patch(admin, 'REGISTRATION', value, tag),
        patch(owner, 'REGISTRATION', 'open', tag),
      ]);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
    }
    expect((await callApi(served, admin, 'PATCH', '/settings/REGISTRATION', { body: { value: 'open' } })).status).toBe(
      428,
    );
  });

  it('are written down with the old and the new value; what changes nothing is not', async () => {
    await patch(admin, 'MAIL_FROM', 'Front Desk <desk@example.com>');
    await patch(admin, 'MAIL_FROM', 'Front Desk  <desk@example.com>');
    await reset(admin, 'MAIL_FROM');
    await reset(admin, 'MAIL_FROM');
    const where = { action: 'settings.changed', targetId: 'MAIL_FROM' } as const;
    const events = await served.source.getRepository(AuditEvent).find({ where, order: { seq: 'ASC' } });
    expect(events.map(({ details }) => details)).toEqual([
      { from: 'Doorward <no-reply@localhost>', to: 'Front Desk <desk@example.com>' },
      { from: 'Front Desk <desk@example.com>', to: 'Doorward <no-reply@localhost>' },
    ]);
  });

  it('cost a statement a second, however many ask', async () => {
    const url = '/.well-known/openid-configuration';
    const { all, settings } = await served.statements.during(async () => {
      await Promise.all(Array.from({ length: 50 }, () => served.app.inject({ url })));
    });
    expect(all).toEqual([]);
    expect(settings).toHaveLength(1);
  });
});
