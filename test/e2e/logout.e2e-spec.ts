import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { text } from '../../src/pages/texts.js';
import { Session } from '../../src/session/session.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';
import { aBrowserOf, aUser } from '../support/builders.js';

describe('logout', () => {
  let served: TestApp;
  beforeAll(async () => {
    served = await startApp();
  });
  afterAll(() => served.close());

  it('asks, ends the session here and in the database, and says so', async () => {
    const ada = await aUser(served);
    const browser = await aBrowserOf(served, ada);
    const raw = browser.cookie('session') ?? '';
    const question = await browser.get('/logout');
    expect(question.text).toContain(text('logout.title'));
    expect(question.text).toContain(ada.username);
    const done = await browser.submitAndFollow(question, {}, { form: '/logout' });
    expect(done.text).toContain(text('logout-done.title'));
    expect(browser.cookie('session')).toBeUndefined();
    expect(await served.source.getRepository(Session).countBy({ userId: ada.id })).toBe(0);
    browser.cookies.set('doorward_session', raw);
    expect((await browser.get('/account')).status).toBe(303);
  });

  it('does not happen by a link: GET only asks', async () => {
    const browser = await aBrowserOf(served, await aUser(served));
    await browser.get('/logout', { 'sec-fetch-site': 'cross-site' });
    expect((await browser.get('/account')).status).toBe(200);
  });

  it('does not happen by a form of another site (attack A10)', async () => {
    const browser = await aBrowserOf(served, await aUser(served));
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await browser.follow(await browser.post('/logout', {}, headers))).text).toContain(text('logout.title'));
    expect((await browser.get('/account')).status).toBe(200);
  });

  it("leaves the user's other browsers signed in", async () => {
    const ada = await aUser(served);
    const [here, there] = [await aBrowserOf(served, ada), await aBrowserOf(served, ada)];
    await here.submitAndFollow(await here.get('/logout'), {}, { form: '/logout' });
    expect((await there.get('/account')).status).toBe(200);
  });

  it('sent twice, or without a session, is harmless', async () => {
    const browser = await aBrowserOf(served, await aUser(served));
    const question = await browser.get('/logout');
    await browser.submit(question, {}, { form: '/logout' });
    expect((await browser.submitAndFollow(question, {}, { form: '/logout' })).text).toContain(
      text('logout-done.title'),
    );
    expect((await new TestBrowser(served).open('/logout')).text).toContain(text('logout-done.title'));
  });
});
