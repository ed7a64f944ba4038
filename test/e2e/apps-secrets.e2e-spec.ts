import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SecretUsage } from '../../src/clients/secret-usage.js';
import { ClientSecret } from '../../src/clients/client-secret.entity.js';
import { Client } from '../../src/clients/client.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Person, register, type ShownOnce, shownOnce, signedIn } from '../support/apps-panel.js';
import type { Page } from '../support/browser.js';
import { machineToken } from '../support/machine-token.js';

let served: TestApp;
let ada: Person;
let app: ShownOnce;

beforeAll(async () => {
  served = await startApp();
  ada = await signedIn(served, 'ada');
});
afterAll(() => served.close());
beforeEach(async () => {
  app = shownOnce(await register(ada.browser, 'machine', { client_name: 'Nightly job' }));
});

const works = async (clientSecret: string, other = served) =>
  (await machineToken(other, { ...app, clientSecret })).statusCode === 200;
const secretsOf = () => served.source.getRepository(ClientSecret).findBy({ clientRowId: app.id });

/** Makes a new secret through the pages. */
async function rotate(overlap: string): Promise<Page> {
  return ada.browser.submit(await ada.browser.open(`${app.url}/rotate`), { overlap });
}

describe('a new secret', () => {
  it('is shown once, and the old one goes on for the chosen overlap', async () => {
    const answer = await rotate('3600');
    const { clientSecret } = shownOnce(answer);
    expect(answer.header('cache-control')).toBe('no-store');
    expect(clientSecret).not.toBe(app.clientSecret);
    expect(await works(clientSecret)).toBe(true);
    expect(await works(app.clientSecret)).toBe(true);
    const page = await ada.browser.open(app.url);
    expect(page.html).not.toContain(clientSecret);
    const [old, current] = (await secretsOf()).toSorted(
      (a, b) => Number(a.expiresAt === null) - Number(b.expiresAt === null),
    );
    expect(current?.expiresAt).toBeNull();
    const minutes = ((old?.expiresAt?.getTime() ?? 0) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(58);
    expect(minutes).toBeLessThan(61);
  });

  it('ends the old one at once when no overlap is wanted', async () => {
    expect(await works(app.clientSecret)).toBe(true);
    const { clientSecret } = shownOnce(await rotate('0'));
    expect(await works(app.clientSecret)).toBe(false);
    expect(await works(clientSecret)).toBe(true);
  });

  it('becomes the one that the documented column points at', async () => {
    const { clientSecret } = shownOnce(await rotate('86400'));
    const { clientSecretDigest } = await served.source.getRepository(Client).findOneByOrFail({ id: app.id });
    const current = (await secretsOf()).find(({ digest }) => clientSecretDigest?.equals(digest));
    expect(current?.hint).toBe(clientSecret.slice(-4));
    expect(current?.expiresAt).toBeNull();
  });

  it('is made once by a form that is sent twice, so that the secret just stored goes on working', async () => {
    const form = await ada.browser.open(`${app.url}/rotate`);
    const { clientSecret } = shownOnce(await ada.browser.submit(form, { overlap: '0' }));
    const again = await ada.browser.submitAndFollow(form, { overlap: '0' });
    expect(again.text).toContain('shown once');
    expect(again.html).not.toContain('dws_');
    expect(await works(clientSecret)).toBe(true);
    expect(await secretsOf()).toHaveLength(1);
  });

  it('is made once by eight forms at the same moment', async () => {
    const form = await ada.browser.open(`${app.url}/rotate`);
    const answers = await Promise.all(Array.from({ length: 8 }, () => ada.browser.submit(form, { overlap: '0' })));
    const shown = answers.filter(({ status }) => status === 200).map(shownOnce);
    expect(shown).toHaveLength(1);
    expect(await works(shown[0]?.clientSecret ?? '')).toBe(true);
    expect(await secretsOf()).toHaveLength(1);
  });

  it('takes only the offered overlaps', async () => {
    const { controls } = (await ada.browser.open(`${app.url}/rotate`)).form(`${app.url}/rotate`);
    const form_id = controls.find(({ name }) => name === 'form_id')?.value ?? '';
    for (const overlap of ['', '-1', '1', '99999999', '0 ', 'x']) {
      expect((await ada.browser.post(`${app.url}/rotate`, { form_id, overlap })).status).toBe(400);
    }
    expect(await secretsOf()).toHaveLength(1);
  });

  it('waits until there is room: an app has at most five that work', async () => {
    for (let count = 0; count < 4; count += 1) shownOnce(await rotate('604800'));
    expect(await secretsOf()).toHaveLength(5);
    const refused = await rotate('3600');
    expect((await ada.browser.follow(refused)).text).toContain('five secrets');
    expect(await secretsOf()).toHaveLength(5);
    shownOnce(await rotate('0'));
    expect(await secretsOf()).toHaveLength(1);
  });

  it('is not for public apps', async () => {
    const { url } = shownOnce(
      await register(ada.browser, 'browser', { client_name: 'Page', redirect_uris: 'https://a.example/' }),
    );
    expect((await ada.browser.get(`${url}/rotate`)).status).toBe(404);
    expect((await ada.browser.post(`${url}/rotate`, { form_id: 'x', overlap: '0' })).status).toBe(404);
  });
});

describe('an old secret', () => {
  it('can be ended early; the current one cannot', async () => {
    const { clientSecret } = shownOnce(await rotate('604800'));
    expect(await works(app.clientSecret)).toBe(true);
    const page = await ada.browser.open(app.url);
    const revocations = page.forms.filter(({ action }) => action.endsWith('/revoke'));
    expect(revocations).toHaveLength(1);
    await ada.browser.submit(page, {}, { form: revocations[0]?.action ?? '' });
    expect(await works(app.clientSecret)).toBe(false);

    const [current] = await secretsOf();
    const ref = current?.digest.subarray(0, 9).toString('base64url');
    await ada.browser.post(`${app.url}/secrets/${ref}/revoke`, {});
    expect(await works(clientSecret)).toBe(true);
  });

  it("stops when the database's clock says so, and is gone with the next rotation", async () => {
    shownOnce(await rotate('3600'));
    expect(await works(app.clientSecret)).toBe(true);
    await served.source.query(
      'UPDATE oauth_client_secrets SET expires_at = 1 WHERE client_row_id = ? AND expires_at IS NOT NULL',
      [app.id],
    );
    const other = await startApp({ database: served.settings.database, secretKeys: served.settings.secretKeys });
    try {
      expect(await works(app.clientSecret, other)).toBe(false);
    } finally {
      await other.close();
    }
    expect((await ada.browser.open(app.url)).html).not.toContain('/revoke');
    shownOnce(await rotate('3600'));
    expect(await secretsOf()).toHaveLength(2);
  });

  it('shows its owner when it was last used, without a write on the way', async () => {
    await machineToken(served, app);
    const cost = await served.statements.during(() => machineToken(served, app));
    expect(cost.all.join(' ')).not.toContain('oauth_client_secrets');
    expect((await secretsOf())[0]?.lastUsedAt).toBeNull();
    await served.app.get(SecretUsage).flush();
    expect((await secretsOf())[0]?.lastUsedAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect((await ada.browser.open(app.url)).text).not.toContain('not yet');
  });

  it('is noted as used at the end of the process too', async () => {
    const other = await startApp({ database: served.settings.database, secretKeys: served.settings.secretKeys });
    expect(await works(app.clientSecret, other)).toBe(true);
    await other.close();
    expect((await secretsOf())[0]?.lastUsedAt).not.toBeNull();
  });
});
