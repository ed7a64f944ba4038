import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Settings } from '../../src/config/settings.js';
import { Client } from '../../src/clients/client.entity.js';
import { ClientService } from '../../src/clients/client.service.js';
import type { OpenIdClientMetadata } from '../../src/protocol/openid-client-metadata.js';
import type { SubjectClient } from '../../src/protocol/subject.js';
import { InstallationSecret } from '../../src/installation/installation-secret.entity.js';
import { InstallationSecretStore } from '../../src/installation/installation-secret.store.js';
import { Subjects } from '../../src/token/subjects.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { anAttempt, answerAt } from '../support/authorization.js';
import { aBrowserOf, aClient, aUser, type TestClient, type TestUser } from '../support/builders.js';
import { idTokenOf, verifiedJwt } from '../support/id-tokens.js';
import { aCode, credentials, exchange, getJson, postForm, refresh, someTokens, tokensOf } from '../support/tokens.js';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

const pairwise = (...redirectUris: string[]): SubjectClient => ({
  redirectUris,
  metadata: { subject_type: 'pairwise' },
});
const ask = () => subjects().of(pairwise('https://a.example/cb'), 'u1');
const secrets = () => served.source.getRepository(InstallationSecret);
/** As a process with these keys reads it. */
const secretsWith = (...secretKeys: Buffer[]) =>
  new InstallationSecretStore(secrets(), Object.assign(new Settings(), served.settings, { secretKeys }));
const subjects = () => served.app.get(Subjects);

describe('OpenID Connect Core §8.1 the salt of pairwise subjects', () => {
  it('is made once although many need it at once, and read once by each process', async () => {
    const { all } = await served.statements.during(async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, ask));
      expect(new Set(answers).size).toBe(1);
    });
    expect(all).toHaveLength(2);
    const later = await served.statements.during(ask);
    expect(later.all).toEqual([]);
  });

  it('is the same in every process, also when SECRET_KEY was rotated and the old key is gone', async () => {
    const subject = await ask();
    const newest = randomBytes(32);
    const bytes = await secretsWith(...served.settings.secretKeys).get('pairwise_salt');
    for (const keys of [[newest, ...served.settings.secretKeys], [newest]]) {
      expect(await secretsWith(...keys).get('pairwise_salt')).toEqual(bytes);
    }
    expect(await new Subjects(secretsWith(newest)).of(pairwise('https://a.example/other'), 'u1')).toBe(subject);
  });

  it('is stored sealed', async () => {
    await ask();
    const rows = await served.source.query<{ value: string }[]>(
      "SELECT value FROM installation_secrets WHERE name = 'pairwise_salt'",
    );
    expect(rows).toEqual([{ value: expect.stringMatching(/^v1\./) }]);
  });

  it('is never replaced when its key is lost: another salt would make strangers of everyone', async () => {
    const { value } = await secrets().findOneByOrFail({ name: 'pairwise_salt' });
    await expect(secretsWith(randomBytes(32)).get('pairwise_salt')).rejects.toThrow('SECRET_KEY');
    expect((await secrets().findOneByOrFail({ name: 'pairwise_salt' })).value).toBe(value);
  });
});

const aPairwiseClient = (redirectUri: string, metadata: OpenIdClientMetadata = {}) =>
  aClient(served, {
    redirect_uris: [redirectUri],
    row: { metadata: { subject_type: 'pairwise', ...metadata } },
  });

/** Every `sub` that the client sees of this user. */
async function subjectsOf(client: TestClient, user: TestUser): Promise<unknown[]> {
  const answer = await exchange(served, await aCode(served, { client, user }));
  const { accessToken, refreshToken } = tokensOf(answer);
  const introspected = (token: string) => postForm(served, '/introspect', { token, ...credentials(client) });
  const refreshed = await refresh(served, client, refreshToken);
  return [
    (await verifiedJwt(served, idTokenOf(answer), client.clientId)).claims.sub,
    (await verifiedJwt(served, idTokenOf(refreshed), client.clientId)).claims.sub,
    (await getJson(served, '/userinfo', { authorization: `Bearer ${accessToken}` })).body['sub'],
    (await introspected(accessToken)).body['sub'],
    (await introspected(refreshToken)).body['sub'],
  ];
}

const oneOf = async (client: TestClient, user: TestUser): Promise<unknown> => {
  const found = new Set(await subjectsOf(client, user));
  expect(found.size).toBe(1);
  return [...found][0];
};

describe('OpenID Connect Core §8 the same user under another name for every sector', () => {
  it('is one identifier in ID tokens, userinfo and introspection, and not the user’s own', async () => {
    const user = await aUser(served);
    const subject = await oneOf(await aPairwiseClient('https://one.example/cb'), user);
    expect(subject).not.toBe(user.id);
    expect(await oneOf(await aClient(served), user)).toBe(user.id);
  });

  it('is the same inside a sector and another outside (§8.1)', async () => {
    const user = await aUser(served);
    const one = await oneOf(await aPairwiseClient('https://two.example/a'), user);
    expect(await oneOf(await aPairwiseClient('https://two.example/b'), user)).toBe(one);
    expect(await oneOf(await aPairwiseClient('https://three.example/a'), user)).not.toBe(one);
    const sector = { sector_identifier_uri: 'https://two.example/sector.json' };
    expect(await oneOf(await aPairwiseClient('https://three.example/a', sector), user)).toBe(one);
  });

  it('is not undone by a name beside it that other clients see too', async () => {
    const client = await aPairwiseClient('https://four.example/cb');
    const { accessToken, refreshToken, user } = await someTokens(served, { client });
    for (const token of [accessToken, refreshToken]) {
      const { body } = await postForm(served, '/introspect', { token, ...credentials(client) });
      expect(JSON.stringify(body)).not.toContain(user.username);
      expect(JSON.stringify(body)).not.toContain(user.id);
    }
  });

  it('never falls back to the user’s own id', async () => {
    const client = await aPairwiseClient('https://five.example/cb');
    const redirectUris = ['https://five.example/cb', 'https://six.example/cb'];
    await served.source.getRepository(Client).update({ id: client.rowId }, { redirectUris });
    served.app.get(ClientService).forget(client.clientId);
    const answer = await exchange(served, await aCode(served, { client }));
    expect(answer).toMatchObject({ status: 500, error: 'server_error' });
    expect(answer.body).not.toHaveProperty('id_token');
  });

  it('is how an app names a user in the claims parameter (§5.5.1)', async () => {
    const client = await aPairwiseClient('https://seven.example/cb');
    const user = await aUser(served);
    const browser = await aBrowserOf(served, user);
    const asking = (value: unknown) => {
      const claims = JSON.stringify({ id_token: { sub: { value } } });
      return anAttempt(client, { scope: 'openid', claims }).url;
    };
    expect(answerAt(client, await browser.open(asking(await oneOf(client, user))))).toHaveProperty('code');
    expect((await browser.open(asking(user.id))).url).toContain('/login?interaction=');
  });
});
