import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/crypto/digest.js';
import { text } from '../../src/pages/texts.js';
import { FirstAdminService } from '../../src/users/first-admin.service.js';
import { OneTimeToken } from '../../src/users/one-time-token.entity.js';
import { User } from '../../src/users/user.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';
import { aUser } from '../support/builders.js';
import { createInstallation, type Installation } from '../support/cli.js';
import { noteSecret } from '../support/leak-scan.js';

const FIELDS = { username: 'root-ada', email: 'root@example.com', password: 'owls in the north-tower' };

describe('the link of the first start', () => {
  let served: TestApp;
  beforeAll(async () => {
    served = await startApp();
  });
  afterAll(() => served.close());

  /** A fresh link on a server that nobody owns. */
  async function aLink(): Promise<string> {
    const users = served.source.getRepository(User);
    await users.delete({ role: 'owner' });
    await users.delete({ usernameKey: FIELDS.username });
    return served.app.get(FirstAdminService).createLink();
  }

  const owners = () => served.source.getRepository(User).countBy({ role: 'owner' });

  it('makes the owner, signs them in, and works once', async () => {
    const link = await aLink();
    const browser = new TestBrowser(served);
    const home = await browser.submitAndFollow(await browser.get(link), FIELDS, { form: '/setup' });
    expect(home.text).toContain('root-ada');
    expect(await served.source.getRepository(User).findOneBy({ role: 'owner' })).toMatchObject({
      username: 'root-ada',
    });
    const again = await new TestBrowser(served).get(link);
    expect(again.status).toBe(404);
    expect(again.text).toContain(text('error.link_over.heading'));
    expect(again.text).toContain(text('signup.setup_owned'));
  });

  it('is given only while nobody owns the server', async () => {
    await aLink();
    expect(await served.app.get(FirstAdminService).linkIfNeeded()).toContain(`${served.issuer}/setup?token=`);
    await aUser(served, { row: { role: 'owner' } });
    expect(await served.app.get(FirstAdminService).linkIfNeeded()).toBeUndefined();
  });

  it('moves its token into the form, tells no other site, and is stored as a digest', async () => {
    const link = await aLink();
    const page = await new TestBrowser(served).get(link);
    expect(page.header('referrer-policy')).toBe('no-referrer');
    expect(page.header('cache-control')).toBe('no-store');
    const form = page.form('/setup');
    expect(form.action).toBe('/setup');
    expect(form.controls.find(({ name }) => name === 'token')?.value).toBe(tokenOf(link));
    const rows = await served.source.getRepository(OneTimeToken).findBy({ purpose: 'first_admin' });
    expect(rows.some(({ digest }) => digest.equals(sha256(tokenOf(link))))).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(tokenOf(link));
  });

  it('survives being looked at and a form with a fault', async () => {
    const link = await aLink();
    const browser = new TestBrowser(served);
    await browser.get(link);
    const faulty = await browser.submit(await browser.get(link), { ...FIELDS, password: 'short' }, { form: '/setup' });
    expect(faulty.status).toBe(422);
    const done = await browser.submit(faulty, { password: FIELDS.password }, { form: '/setup' });
    expect(done.status).toBe(303);
    expect(await owners()).toBe(1);
  });

  it('survives a name that is taken, which shows only after it was spent', async () => {
    const link = await aLink();
    const taken = await aUser(served);
    const browser = new TestBrowser(served);
    const faulty = await browser.submit(
      await browser.get(link),
      { ...FIELDS, username: taken.username },
      { form: '/setup' },
    );
    expect(faulty.status).toBe(422);
    expect(faulty.text).toContain(text('validation.username_taken'));
    const done = await browser.submit(
      faulty,
      { username: FIELDS.username, password: FIELDS.password },
      { form: '/setup' },
    );
    expect(done.status).toBe(303);
  });

  it('makes one owner when it is used eight times at the same moment (attack A40)', async () => {
    const token = tokenOf(await aLink());
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        new TestBrowser(served).post('/setup', {
          ...FIELDS,
          token,
          username: `racer-${index}`,
          email: `racer-${index}@example.com`,
        }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      303, 404, 404, 404, 404, 404, 404, 404,
    ]);
    expect(await owners()).toBe(1);
    expect(await served.source.getRepository(User).countBy({ email: FIELDS.email })).toBe(0);
  });

  it('ends after half an hour', async () => {
    const link = await aLink();
    const rows = served.source.getRepository(OneTimeToken);
    const { createdAt, expiresAt } = await rows.findOneByOrFail({ digest: sha256(tokenOf(link)) });
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(30 * 60 * 1000);
    await rows.update({ digest: sha256(tokenOf(link)) }, { expiresAt: new Date(Date.now() - 1_000) });
    expect((await new TestBrowser(served).get(link)).status).toBe(404);
    expect((await new TestBrowser(served).post('/setup', { ...FIELDS, token: tokenOf(link) })).status).toBe(404);
    expect(await owners()).toBe(0);
  });

  it('lives beside others, and of several used at the same moment at most one makes an owner', async () => {
    const tokens = [await aLink()];
    for (let more = 0; more < 3; more += 1) tokens.push(await served.app.get(FirstAdminService).createLink());
    for (const link of tokens) expect((await new TestBrowser(served).get(link)).status).toBe(200);
    const answers = await Promise.all(
      tokens.map((link, index) =>
        new TestBrowser(served).post('/setup', {
          ...FIELDS,
          token: tokenOf(link),
          username: `rival-${index}`,
          email: `rival-${index}@example.com`,
        }),
      ),
    );
    const made = answers.filter(({ status }) => status === 303).length;
    expect([0, 1]).toContain(made);
    expect(await owners()).toBe(made);
    for (const link of tokens) expect((await new TestBrowser(served).get(link)).status).toBe(404);
  });

  it('ends when another one is used, and its page says how things stand', async () => {
    const [older, newer] = [await aLink(), await served.app.get(FirstAdminService).createLink()];
    const browser = new TestBrowser(served);
    await browser.submit(await browser.get(older), FIELDS, { form: '/setup' });
    expect(await owners()).toBe(1);
    await served.source.getRepository(User).delete({ role: 'owner' });
    const over = await new TestBrowser(served).get(newer);
    expect(over.status).toBe(404);
    expect(over.text).toContain(text('error.link_over.heading'));
    expect(over.text).toContain('doorward user setup-link');
  });

  it('ends when the server got an owner in another way', async () => {
    const link = await aLink();
    await aUser(served, { row: { role: 'owner' } });
    expect((await new TestBrowser(served).get(link)).status).toBe(404);
    expect((await new TestBrowser(served).post('/setup', { ...FIELDS, token: tokenOf(link) })).status).toBe(404);
    expect(await owners()).toBe(1);
  });

  it.each(['', 'x', 'A'.repeat(43), 'a'.repeat(65), "' OR '1'='1"])('is not guessed: %j', async (token) => {
    await aLink();
    const browser = new TestBrowser(served);
    expect((await browser.get(`/setup?token=${encodeURIComponent(token)}`)).status).toBe(404);
    expect((await browser.post('/setup', { ...FIELDS, token })).status).toBe(404);
    expect(await owners()).toBe(0);
  });

  it('is not followed from a form of another site (attack A10)', async () => {
    const token = tokenOf(await aLink());
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await new TestBrowser(served).post('/setup', { ...FIELDS, token }, headers)).status).toBe(403);
    expect(await owners()).toBe(0);
  });
});

function tokenOf(link: string): string {
  return new URL(link).searchParams.get('token') ?? '';
}

describe('doorward user setup-link', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await createInstallation();
  });
  afterAll(() => installation.remove());

  it('makes another link while nobody owns the server, and no longer', async () => {
    const links = [];
    for (const args of [[], ['--json']]) {
      const { stdout, exitCode } = await installation.run(['user', 'setup-link', ...args]);
      expect(exitCode).toBe(0);
      const [link = ''] = /http\S+\/setup\?token=[\w-]{43}/.exec(stdout) ?? [];
      noteSecret(tokenOf(link));
      links.push(link);
    }
    const { database, secretKeys } = installation;
    const served = await startApp({ database, secretKeys });
    const live = (link = '') => served.app.get(FirstAdminService).isLive(tokenOf(link));
    // The one before it goes on: a server may have printed it.
    expect([await live(links[0]), await live(links[1])]).toEqual([true, true]);
    await aUser(served, { row: { role: 'owner' } });
    await served.close();
    const refused = await installation.run(['user', 'setup-link']);
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toContain('has an owner');
  });
});
