import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../../src/clients/client.entity.js';
import { inLocale, text } from '../../src/pages/texts.js';
import { User } from '../../src/users/user.entity.js';
import { aStaffMember, callApi } from '../support/admin-api.js';
import { startApp, type TestApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';
import { aBrowserOf, aClient, aUser, type TestUser } from '../support/builders.js';
import { textInside } from '../support/html-forms.js';
import { noteSecret } from '../support/leak-scan.js';
import { aProvenUser } from '../support/mailed-links.js';
import { deliverMail, linksIn, MailServer } from '../support/smtp-server.js';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const NEW_PASSWORD = 'seven green-bicycles asleep';

let server: MailServer;
let served: TestApp;
beforeAll(async () => {
  server = await MailServer.start();
  served = await startApp({ smtp: server.settings });
});
afterAll(async () => {
  await served.close();
  await server.down();
});

async function subjectsTo({ email }: TestUser): Promise<(string | undefined)[]> {
  await deliverMail(served);
  return server.to(email).map(({ subject }) => subject);
}

function login(browser: TestBrowser, { username, password }: TestUser) {
  return browser.post('/login', { username, password }, { 'user-agent': FIREFOX });
}

describe('a sign-in', () => {
  it('with a browser that the user has not used is told to them, and one with a known browser is not', async () => {
    const ada = await aProvenUser(served);
    const browser = new TestBrowser(served);
    await login(browser, ada);
    expect(await subjectsTo(ada)).toEqual([text('mail.new-sign-in.subject')]);
    expect(server.lastTo(ada.email).text).toContain('Browser: Firefox, Linux');
    await browser.submit(await browser.get('/logout'));
    await login(browser, ada);
    expect(await subjectsTo(ada)).toHaveLength(1);
  });

  it('that fails is no news, nor is one to an address that nobody has proven', async () => {
    const [ada, bob] = [await aProvenUser(served), await aUser(served)];
    await login(new TestBrowser(served), { ...ada, password: 'wrong' });
    await login(new TestBrowser(served), bob);
    expect([await subjectsTo(ada), await subjectsTo(bob)]).toEqual([[], []]);
  });

  it('succeeds although its notice cannot be kept', async () => {
    const ada = await aProvenUser(served);
    await served.source.query('ALTER TABLE outbox RENAME TO outbox_away');
    const { status } = await login(new TestBrowser(served), ada);
    await served.source.query('ALTER TABLE outbox_away RENAME TO outbox');
    expect(status).toBe(303);
  });
});

describe('a change of the password', () => {
  it('is told to its owner, with what to do if it was somebody else', async () => {
    const ada = await aProvenUser(served);
    const fields = { current_password: ada.password, new_password: NEW_PASSWORD };
    await (await aBrowserOf(served, ada)).post('/account/password', fields);
    expect(await subjectsTo(ada)).toContain(text('mail.password-changed.subject'));
    expect(linksIn(server.lastTo(ada.email))).toContain(`${served.issuer}/forgot-password`);
    expect(server.lastTo(ada.email).source).not.toContain(NEW_PASSWORD);
  });

  it('holds no name that somebody chose, while nobody has proven the address', async () => {
    const eve = await aUser(served, { username: 'visit.evil.example' });
    const fields = { current_password: eve.password, new_password: NEW_PASSWORD };
    await (await aBrowserOf(served, eve)).post('/account/password', fields);
    await deliverMail(served);
    expect(server.lastTo(eve.email).source).not.toContain('evil.example');
  });
});

describe('a new secret of an app', () => {
  it('is told to the owner of the app, without the secret', async () => {
    const ada = await aProvenUser(served);
    const client = await aClient(served, { owner: ada });
    const browser = await aBrowserOf(served, ada);
    const page = await browser.submit(await browser.get(`/apps/${client.rowId}/rotate`));
    await deliverMail(served);
    const mail = server.lastTo(ada.email);
    expect(linksIn(mail)).toContain(`${served.issuer}/apps/${client.rowId}`);
    expect(`${mail.text}${String(mail.html)}`).not.toContain(textInside(page.html, 'client-secret'));
  });
});

const changedSubject = (app: string) => inLocale('de', () => text('mail.app-secret-by-staff.subject', { app }));
const secretsOf = (clientId: string) => `/clients/${clientId}/secrets`;

describe('what the staff does to a secret of an app', () => {
  it('is told to its owner, in their language, without the secret; one that is theirs to do is not', async () => {
    const { token } = await aStaffMember(served, 'admin');
    const ada = await aProvenUser(served);
    await served.source.getRepository(User).update({ id: ada.id }, { locale: 'de' });
    const { clientId, rowId, clientSecret } = await aClient(served, { owner: ada });
    const made = await callApi(served, token, 'POST', secretsOf(clientId), { body: { overlap: 3600 } });
    const secret = String(made.body['client_secret']);
    noteSecret(secret);
    const app = (await served.source.getRepository(Client).findOneByOrFail({ clientId })).clientName;
    expect(await subjectsTo(ada)).toEqual([changedSubject(app)]);
    const mail = server.lastTo(ada.email);
    expect(mail.text).toContain('erzeugt');
    expect(mail.text).toContain('Die davor enden');
    expect(linksIn(mail)).toContain(`${served.issuer}/apps/${rowId}`);
    for (const each of [secret, clientSecret]) expect(mail.source).not.toContain(each);

    const { body } = await callApi(served, token, 'GET', secretsOf(clientId));
    const [, old] = body['data'] as { secret_id: string }[];
    expect((await callApi(served, token, 'DELETE', `${secretsOf(clientId)}/${old?.secret_id}`)).status).toBe(204);
    expect(await subjectsTo(ada)).toEqual([changedSubject(app), changedSubject(app)]);
    expect(server.lastTo(ada.email).text).toContain('beendet');
    expect((await callApi(served, token, 'DELETE', `${secretsOf(clientId)}/${old?.secret_id}`)).status).toBe(404);
    expect(await subjectsTo(ada)).toHaveLength(2);

    const change = { body: { token_endpoint_auth_method: 'client_secret_basic' }, headers: { 'if-match': '*' } };
    expect((await callApi(served, token, 'PATCH', `/clients/${clientId}`, change)).status).toBe(200);
    expect(await subjectsTo(ada)).toHaveLength(3);
    expect(server.lastTo(ada.email).text).toContain('womit sich Ihre App');
  });

  it('is told of a new app that has one, too; not to an address that nobody has proven, nor to whoever did it', async () => {
    const { user, token } = await aStaffMember(served, 'admin');
    await served.source.getRepository(User).update({ id: user.id }, { emailVerifiedAt: new Date() });
    const [ada, bob] = [await aProvenUser(served), await aUser(served)];
    for (const { employeeId } of [ada, bob, user]) {
      const app = {
        kind: 'server',
        client_name: 'Gift',
        redirect_uris: ['https://gift.example/cb'],
        owner: employeeId,
      };
      const { status, body } = await callApi(served, token, 'POST', '/clients', { body: app });
      expect(status).toBe(201);
      noteSecret(String(body['client_secret']));
      const path = secretsOf(String(body['client_id']));
      noteSecret(String((await callApi(served, token, 'POST', path, { body: {} })).body['client_secret']));
    }
    const subject = text('mail.app-secret-by-staff.subject', { app: 'Gift' });
    expect(await subjectsTo(ada)).toEqual([subject, subject]);
    expect([await subjectsTo(bob), await subjectsTo(user)]).toEqual([[], []]);
  });
});

describe('the language of a mail', () => {
  it('is its reader’s, and English where there are no texts in it', async () => {
    const [ada, bob] = [await aProvenUser(served), await aProvenUser(served)];
    const users = served.source.getRepository(User);
    await users.update({ id: ada.id }, { locale: 'de-AT' });
    await users.update({ id: bob.id }, { locale: 'tlh' });
    for (const user of [ada, bob]) await login(new TestBrowser(served), user);
    const german = inLocale('de', () => text('mail.new-sign-in.subject'));
    expect(await subjectsTo(ada)).toEqual([german]);
    expect(server.lastTo(ada.email).headers.get('content-language')).toBe('de');
    expect(server.lastTo(ada.email).html).toContain('<html lang="de" dir="ltr">');
    expect(await subjectsTo(bob)).toEqual([text('mail.new-sign-in.subject')]);
  });

  it('is that of whoever asked when we know none of its reader', async () => {
    const ada = await aProvenUser(served);
    const browser = new TestBrowser(served);
    await browser.post('/forgot-password', { email: ada.email }, { 'accept-language': 'de' });
    expect(await subjectsTo(ada)).toEqual([inLocale('de', () => text('mail.reset-password.subject'))]);
  });
});
