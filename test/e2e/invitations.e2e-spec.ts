import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InvitationMails } from '../../src/addresses/invitation-mails.service.js';
import { text } from '../../src/pages/texts.js';
import { Invitation } from '../../src/users/invitation.entity.js';
import { Invitations } from '../../src/users/invitations.service.js';
import { User } from '../../src/users/user.entity.js';
import { aStaffMember, callApi } from '../support/admin-api.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Page, TestBrowser } from '../support/browser.js';
import { aUser, type TestUser } from '../support/builders.js';
import { anAddress, anInvitation } from '../support/invitations.js';
import { tokenOf } from '../support/mailed-links.js';
import { deliverMail, linkIn, MailServer } from '../support/smtp-server.js';

const PASSWORD = 'seven green-bicycles asleep';

let server: MailServer;
let served: TestApp;
let owner: { readonly user: TestUser; readonly token: string };
let support: { readonly token: string };
beforeAll(async () => {
  server = await MailServer.start();
  served = await startApp({ smtp: server.settings, registration: 'invite' });
  owner = await aStaffMember(served, 'owner');
  support = await aStaffMember(served, 'support');
});
afterAll(async () => {
  await served.close();
  await server.down();
});

const invite = (by: string, body: object, headers = {}) =>
  callApi(served, by, 'POST', '/invitations', { body, headers });
const act = (by: string, id: string, what: 'resend' | 'withdraw') =>
  callApi(served, by, 'POST', `/invitations/${id}/${what}`);
const userOf = (email: string) => served.source.getRepository(User).findOneBy({ email });
const rowOf = (id: string) => served.source.getRepository(Invitation).findOneByOrFail({ id });
let names = 0;
const aName = () => `guest-${(names += 1)}`;

async function mailedLink(email: string): Promise<string> {
  await deliverMail(served);
  return linkIn(server.lastTo(email));
}

async function accept(link: string, fields: object = {}): Promise<Page> {
  const browser = new TestBrowser(served);
  return browser.submit(
    await browser.get(link),
    { username: aName(), password: PASSWORD, ...fields },
    { form: 'signup' },
  );
}

const post = (link: string, fields: object = {}, at = served) =>
  new TestBrowser(at).post('/invitation', { token: tokenOf(link), username: aName(), password: PASSWORD, ...fields });

describe('an invitation', () => {
  it('is mailed, and makes an account with the proven address, the name, the language and the role', async () => {
    const email = anAddress();
    const { status, body, headers } = await invite(owner.token, {
      email,
      name: 'Grace Hopper',
      locale: 'de',
      role: 'support',
    });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { email, state: 'pending', role: 'support', inviter_type: 'user', inviter_id: owner.user.id },
    });
    expect(headers['location']).toBe(`/api/v1/invitations/${String(body['id'])}`);
    const link = await mailedLink(email);
    expect(link).toMatch(new RegExp(`^${served.issuer}/invitation\\?token=[A-Za-z0-9_-]{43}$`));
    expect(JSON.stringify(body)).not.toContain(tokenOf(link));
    const mail = server.lastTo(email);
    expect(mail.subject).toBe('Sie sind eingeladen');
    expect(`${mail.text}${String(mail.html)}`).not.toContain('Grace');
    const browser = new TestBrowser(served);
    const form = await browser.get(link);
    expect(form.html).toContain(`value="${email}"`);
    expect(form.headers['referrer-policy']).toBe('no-referrer');
    const home = await browser.submitAndFollow(form, { username: 'grace', password: PASSWORD }, { form: 'signup' });
    expect(home.url).toBe(`${served.issuer}/`);
    const user = await userOf(email);
    expect(user).toMatchObject({ username: 'grace', name: 'Grace Hopper', locale: 'de', role: 'support' });
    expect(user?.emailVerifiedAt).not.toBeNull();
    const { body: now } = await callApi(served, owner.token, 'GET', `/invitations/${String(body['id'])}`);
    expect(now).toMatchObject({ state: 'accepted', user_id: user?.id });
  });

  it('works once: of several at once one gets in', async () => {
    const { link } = await anInvitation(served);
    const answers = await Promise.all([1, 2, 3].map(() => post(link)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 410, 410]);
    expect((await new TestBrowser(served).get(link)).status).toBe(410);
  });

  it('takes no other address than its own', async () => {
    const { link, invitation } = await anInvitation(served);
    expect((await post(link, { email: 'mallory@example.com' })).status).toBe(400);
    expect((await post(link)).status).toBe(303);
    expect(await userOf(invitation.email)).not.toBeNull();
  });

  it('is given back when the form has a fault: a taken name, a weak password', async () => {
    const { username } = await aUser(served);
    const { link } = await anInvitation(served);
    expect((await accept(link, { username })).text).toContain(text('validation.username_taken'));
    expect((await accept(link, { password: 'short' })).status).toBe(422);
    expect((await accept(link)).status).toBe(303);
  });

  it('ends after seven days by the clock of the database, and lives again when it is sent again', async () => {
    const { link, invitation } = await anInvitation(served);
    const { createdAt, expiresAt } = await rowOf(invitation.id);
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(7 * 24 * 60 * 60 * 1000);
    await served.source.getRepository(Invitation).update({ id: invitation.id }, { expiresAt: new Date(0) });
    expect((await post(link)).status).toBe(410);
    const { body } = await callApi(served, owner.token, 'GET', `/invitations/${invitation.id}`);
    expect(body['state']).toBe('expired');
    expect((await act(support.token, invitation.id, 'resend')).body['state']).toBe('pending');
    expect((await post(link)).status).toBe(410);
    expect((await post(await mailedLink(invitation.email))).status).toBe(303);
  });

  it('sent again ends the older link; withdrawn, every one', async () => {
    const { link, invitation } = await anInvitation(served);
    expect((await act(support.token, invitation.id, 'resend')).status).toBe(200);
    expect((await post(link)).status).toBe(410);
    const newer = await mailedLink(invitation.email);
    expect((await act(support.token, invitation.id, 'withdraw')).body['state']).toBe('withdrawn');
    expect((await post(newer)).status).toBe(410);
    expect((await act(support.token, invitation.id, 'withdraw')).status).toBe(409);
    expect((await act(support.token, invitation.id, 'resend')).status).toBe(409);
    expect((await invite(support.token, { email: invitation.email })).status).toBe(201);
  });

  it('is one per address, and none for an address with an account', async () => {
    const { invitation } = await anInvitation(served);
    const again = await invite(support.token, { email: invitation.email.toUpperCase() });
    expect(again).toMatchObject({ status: 409, body: { type: expect.stringMatching(/conflict$/) as string } });
    const { email } = await aUser(served);
    expect((await invite(support.token, { email })).status).toBe(409);
    await aUser(served, { email: invitation.email });
    expect((await act(support.token, invitation.id, 'resend')).status).toBe(409);
  });

  it('does not work when somebody has the address by now', async () => {
    const { link, invitation } = await anInvitation(served);
    await aUser(served, { email: invitation.email });
    expect((await post(link)).status).toBe(410);
  });

  it('gives a role only from an owner who still is one (attack A44)', async () => {
    const admin = await aStaffMember(served, 'admin');
    for (const { token } of [admin, support]) {
      expect((await invite(token, { email: anAddress(), role: 'auditor' })).status).toBe(403);
    }
    expect((await invite(owner.token, { email: anAddress(), role: 'owner' })).status).toBe(403);
    const second = await aStaffMember(served, 'owner');
    const inviter = { type: 'user', id: second.user.id } as const;
    const [given, other] = [
      await anInvitation(served, { role: 'admin', inviter }),
      await anInvitation(served, { role: 'user', inviter }),
    ];
    expect((await act(support.token, given.invitation.id, 'withdraw')).status).toBe(403);
    expect((await act(admin.token, given.invitation.id, 'resend')).status).toBe(403);
    await served.source.getRepository(User).update({ id: second.user.id }, { role: 'admin' });
    expect((await post(given.link)).status).toBe(410);
    expect((await post(other.link)).status).toBe(303);
  });

  it('is repeated with the same Idempotency-Key once, and mailed once', async () => {
    const email = anAddress();
    const headers = { 'idempotency-key': 'invite-once' };
    const first = await invite(owner.token, { email }, headers);
    const second = await invite(owner.token, { email }, headers);
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
    await deliverMail(served);
    expect(server.to(email)).toHaveLength(1);
  });

  it('is spent by one guarded statement: once, and not when it was taken back', async () => {
    const { link } = await anInvitation(served);
    const invitations = served.app.get(Invitations);
    const spent = await Promise.all([1, 2, 3].map(() => invitations.spend(tokenOf(link))));
    expect(spent.filter(Boolean)).toHaveLength(1);
    const { link: taken, invitation } = await anInvitation(served);
    await invitations.withdraw(invitation.id);
    expect(await invitations.spend(tokenOf(taken))).toBe(false);
  });
});

describe('the list of invitations', () => {
  it('is filtered by state and by the beginning of the address', async () => {
    const { invitation } = await anInvitation(served, { email: 'listed@example.com' });
    const found = async (query: string) => (await callApi(served, owner.token, 'GET', `/invitations?${query}`)).body;
    expect(await found('search=LISTED')).toMatchObject({ data: [{ id: invitation.id, state: 'pending' }], next: null });
    for (const state of ['accepted', 'expired', 'withdrawn']) {
      expect((await found(`search=listed&state=${state}`))['data']).toEqual([]);
    }
    await served.source.getRepository(Invitation).update({ id: invitation.id }, { expiresAt: new Date(0) });
    expect(await found('search=listed&state=expired')).toMatchObject({ data: [{ id: invitation.id }] });
    expect((await found('search=listed&state=pending'))['data']).toEqual([]);
  });
});

describe('who may sign up', () => {
  it('by invite: the invited alone', async () => {
    expect((await new TestBrowser(served).get('/signup')).status).toBe(403);
  });

  it.each([
    ['open', 201, 303],
    ['closed', 409, 410],
  ] as const)('%s: an invitation answers %i, its link %i', async (registration, made, accepted) => {
    const other = await startApp({ registration });
    const { token } = await aStaffMember(other, 'owner');
    const answer = await callApi(other, token, 'POST', '/invitations', { body: { email: anAddress() } });
    expect(answer.status).toBe(made);
    const { link } = await anInvitation(other);
    expect((await post(link, {}, other)).status).toBe(accepted);
    await other.close();
  });

  it('nobody is invited by a server that sends no mail', async () => {
    const other = await startApp({ isHttps: true });
    const wanted = { email: anAddress(), role: 'user', inviter: { type: 'operator', id: 'root' } } as const;
    expect(await other.app.get(InvitationMails).invite(wanted)).toBe('no_mail');
    await other.close();
  });
});

describe('a password reset by the staff', () => {
  it('ends every login of the user and mails the link, which works', async () => {
    const user = await aUser(served);
    const { user: me, browser, token } = await aStaffMember(served, 'support');
    expect(me.id).not.toBe(user.id);
    expect((await browser.get('/account')).status).toBe(200);
    const theirs = new TestBrowser(served);
    await theirs.post('/login', { username: user.username, password: user.password });
    expect((await callApi(served, token, 'POST', `/users/${user.id}/reset-password`)).status).toBe(204);
    expect((await theirs.get('/account')).status).toBe(303);
    const link = await mailedLink(user.email);
    const page = await theirs.submit(await theirs.get(link), { new_password: PASSWORD }, { form: 'reset-password' });
    expect(page.status).toBe(200);
    const fields = { username: user.username, password: PASSWORD };
    expect((await new TestBrowser(served).post('/login', fields)).status).toBe(303);
  });

  it('is refused for equals, for those above and for the disabled', async () => {
    const [equal, disabled] = [
      await aStaffMember(served, 'support'),
      await aUser(served, { row: { status: 'disabled' } }),
    ];
    const reset = (id: string) => callApi(served, support.token, 'POST', `/users/${id}/reset-password`);
    expect((await reset(equal.user.id)).status).toBe(403);
    expect((await reset(owner.user.id)).status).toBe(403);
    expect((await reset(disabled.id)).status).toBe(409);
  });
});
