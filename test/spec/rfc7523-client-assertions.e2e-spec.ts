import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsedJti } from '../../src/clients/used-jti.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, type ClientChanges, type TestClient } from '../support/builders.js';
import {
  type AssertionKey,
  aKey,
  asserted,
  assertionClaims,
  signed,
  startKeyServer,
  type TestKey,
} from '../support/client-keys.js';
import { type Changes, postForm } from '../support/tokens.js';

const ENDPOINTS = ['/token', '/revoke', '/introspect'];

let served: TestApp;
let key: TestKey;
/** Registered for `private_key_jwt` with `key`. */
let client: TestClient;
/** Registered for `client_secret_jwt`. */
let sharing: TestClient;

beforeAll(async () => {
  served = await startApp();
  key = await aKey('ES256', 'first');
  client = await aKeyClient({});
  sharing = await aClient(served, { kind: 'machine', token_endpoint_auth_method: 'client_secret_jwt' });
});
afterAll(() => served.close());

function aKeyClient(changes: ClientChanges, ...keys: readonly TestKey[]): Promise<TestClient> {
  const jwks = { keys: [key, ...keys].map(({ jwk }) => jwk) };
  return aClient(served, { kind: 'machine', token_endpoint_auth_method: 'private_key_jwt', jwks, ...changes });
}

const secretOf = ({ clientSecret: secret }: TestClient, alg = 'HS256'): AssertionKey => ({ alg, secret });

/** Asks an endpoint as this client; what it is asked for does not matter. */
function ask(
  fields: Changes,
  { url = '/token', to = served, headers = {} }: { url?: string; to?: TestApp; headers?: Changes } = {},
) {
  return postForm(to, url, { grant_type: 'client_credentials', token: 'x', ...fields }, headers);
}

/** How an assertion with these claims ends. */
async function outcome(claims: Record<string, unknown>, { url = '/token' } = {}): Promise<unknown> {
  const { status, body, error } = await ask(await asserted(served, client.clientId, key, claims), { url });
  return error === undefined ? status : [body['error'], body['error_description']].join(': ');
}

/** An assertion of the client with another header. */
async function withHeader(header: object): Promise<Changes> {
  const jwt = await signed(key, assertionClaims(served, client.clientId), header);
  return { ...(await asserted(served, client.clientId, key)), client_assertion: jwt };
}

const soon = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

describe('RFC 7523 §2.2 a client assertion', () => {
  it.each(ENDPOINTS)('authenticates a client at %s, with or without client_id', async (url) => {
    expect((await ask(await asserted(served, client.clientId, key), { url })).status).toBe(200);
    const named = { client_id: client.clientId, ...(await asserted(served, client.clientId, key)) };
    expect((await ask(named, { url })).status).toBe(200);
    expect((await ask(await asserted(served, sharing.clientId, secretOf(sharing)), { url })).status).toBe(200);
  });

  it('comes with its type, exactly, and the type with it', async () => {
    const { client_assertion: jwt } = await asserted(served, client.clientId, key);
    const refused = { status: 401, error: 'invalid_client' };
    for (const type of [undefined, 'jwt-bearer', 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer']) {
      expect(await ask({ client_assertion: jwt, client_assertion_type: type })).toMatchObject(refused);
    }
    const { client_assertion_type: type } = await asserted(served, client.clientId, key);
    expect(await ask({ client_assertion_type: type })).toMatchObject(refused);
    expect(await ask({ client_assertion_type: type, client_id: client.clientId })).toMatchObject(refused);
    // None of that has used the assertion up.
    expect((await ask({ client_assertion: jwt, client_assertion_type: type })).status).toBe(200);
  });

  it('RFC 7521 §4.2 agrees with client_id', async () => {
    const fields = { client_id: sharing.clientId, ...(await asserted(served, client.clientId, key)) };
    expect(await ask(fields)).toMatchObject({ status: 400, error: 'invalid_request' });
  });

  it('RFC 6749 §2.3 is the only credential of its request', async () => {
    const assertion = await asserted(served, client.clientId, key);
    const twice = { status: 400, error: 'invalid_request' };
    expect(await ask({ ...assertion, client_secret: 'any' })).toMatchObject(twice);
    const authorization = `Basic ${Buffer.from(`${client.clientId}:any`).toString('base64')}`;
    expect(await ask(assertion, { headers: { authorization } })).toMatchObject(twice);
    const { client_assertion, client_assertion_type } = assertion;
    const pair = new URLSearchParams({ client_assertion, client_assertion_type }).toString();
    const repeated = `grant_type=client_credentials&${pair}&${pair}`;
    expect(await postForm(served, '/token', repeated)).toMatchObject(twice);
  });
});

describe('RFC 7523 §3 and OpenID Connect Core §9: the claims', () => {
  it('iss and sub are the client, both', async () => {
    for (const claims of [{ iss: sharing.clientId }, { iss: undefined }, { sub: undefined }, { iss: served.issuer }]) {
      expect(await outcome(claims)).toMatch(/^invalid_client: iss and sub/);
    }
    expect(await outcome({ iss: '', sub: '' })).toMatch(/^invalid_client: iss and sub/);
    const other = await outcome({ iss: sharing.clientId, sub: sharing.clientId });
    expect(other).toBe('invalid_client: client authentication failed');
  });

  it.each(ENDPOINTS)('aud is the issuer, or the token endpoint, at %s', async (url) => {
    expect(await outcome({ aud: served.issuer }, { url })).toBe(200);
    expect(await outcome({ aud: `${served.issuer}/token` }, { url })).toBe(200);
  });

  it('aud is nothing else, and no list (attack A26)', async () => {
    const { issuer } = served;
    const wrong = [
      undefined,
      '',
      `${issuer}/`,
      `${issuer}/revoke`,
      issuer.toUpperCase(),
      'https://other.example',
      5,
      {},
    ];
    const lists = [[], [issuer], [issuer, 'https://other.example'], [`${issuer}/token`], [issuer, issuer], [[issuer]]];
    for (const aud of [...wrong, ...lists]) expect(await outcome({ aud })).toMatch(/^invalid_client: aud /);
  });

  it('exp is there, not past, and at most five minutes ahead, give or take a clock (attack R20)', async () => {
    expect(await outcome({ exp: undefined })).toMatch(/exp of the client_assertion is missing/);
    for (const exp of [soon(-40), 0]) expect(await outcome({ exp })).toMatch(/has expired/);
    for (const exp of [soon(400), soon(172_800), Number.MAX_SAFE_INTEGER]) {
      expect(await outcome({ exp })).toMatch(/at most 300 seconds ahead/);
    }
    for (const exp of [-1, '9999999999', null, {}, [soon(60)], true]) {
      expect(await outcome({ exp })).toMatch(/exp of the client_assertion (must be|is missing)/);
    }
    for (const exp of [soon(-10), soon(295), soon(60) + 0.5]) expect(await outcome({ exp })).toBe(200);
  });

  it('iat and nbf may be left out, and are not in the future', async () => {
    for (const name of ['iat', 'nbf']) {
      expect(await outcome({ [name]: undefined })).toBe(200);
      expect(await outcome({ [name]: soon(10) })).toBe(200);
      expect(await outcome({ [name]: soon(90) })).toMatch(`${name} of the client_assertion is in the future`);
      for (const value of [-1, 'now', {}]) expect(await outcome({ [name]: value })).toMatch(/number of seconds/);
    }
  });

  it('jti is there', async () => {
    for (const jti of [undefined, '', 5, {}, 'j'.repeat(256)]) expect(await outcome({ jti })).toMatch(/jti of the/);
    expect(await outcome({ jti: `${randomUUID()}${'j'.repeat(200)}` })).toBe(200);
  });
});

describe('the jti', () => {
  it('is used once, at whichever endpoint', async () => {
    const assertion = await asserted(served, client.clientId, key);
    expect((await ask(assertion)).status).toBe(200);
    for (const url of ENDPOINTS) {
      expect(await ask(assertion, { url })).toMatchObject({ status: 401, error: 'invalid_client' });
    }
    const again = await asserted(served, client.clientId, key, { jti: assertionClaimsOf(assertion).jti });
    expect((await ask(again)).status).toBe(401);
  });

  it('of many requests at once is used once', async () => {
    const assertion = await asserted(served, client.clientId, key);
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(assertion)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('R31: is used once across processes', async () => {
    const other = await startApp({ database: served.settings.database, secretKeys: served.settings.secretKeys });
    try {
      const assertion = await asserted(served, client.clientId, key);
      expect((await ask(assertion, { to: other })).status).toBe(200);
      expect((await ask(assertion)).status).toBe(401);
      const next = await asserted(served, client.clientId, key);
      const answers = await Promise.all([ask(next), ask(next, { to: other }), ask(next), ask(next, { to: other })]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    } finally {
      await other.close();
    }
  });

  it('A34: of another client is another', async () => {
    const jti = randomUUID();
    const second = await aKeyClient({});
    expect((await ask(await asserted(served, client.clientId, key, { jti }))).status).toBe(200);
    expect((await ask(await asserted(served, second.clientId, key, { jti }))).status).toBe(200);
    expect((await ask(await asserted(served, sharing.clientId, secretOf(sharing), { jti }))).status).toBe(200);
  });

  it('R28: is not used up by an assertion that is refused for anything else', async () => {
    const jti = randomUUID();
    const stranger = await aKey('ES256', 'first');
    const suspended = await aKeyClient({ row: { status: 'suspended' } });
    const elsewhere = await aClient(served, { kind: 'machine', jwks: { keys: [key.jwk] } });
    const before = await served.source.getRepository(UsedJti).count();
    const refused = [
      await asserted(served, client.clientId, stranger, { jti }),
      await asserted(served, client.clientId, key, { jti, aud: 'https://other.example' }),
      await asserted(served, client.clientId, key, { jti, exp: soon(-60) }),
      await asserted(served, suspended.clientId, key, { jti }),
      await asserted(served, elsewhere.clientId, key, { jti }),
      await asserted(served, 'client_doesnotexist', key, { jti }),
    ];
    for (const fields of refused) expect((await ask(fields)).status).toBe(401);
    expect(await served.source.getRepository(UsedJti).count()).toBe(before);
    expect((await ask(await asserted(served, client.clientId, key, { jti }))).status).toBe(200);
  });
});

describe('private_key_jwt', () => {
  it.each(['RS256', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'])('takes %s', async (alg) => {
    const own = await aKey(alg, 'own');
    const { clientId } = await aKeyClient({}, own);
    expect((await ask(await asserted(served, clientId, own))).status).toBe(200);
  });

  it('OpenID Connect Registration §2 takes only the algorithm that is registered, if one is', async () => {
    const rsa = await aKey('PS256', 'rsa');
    const { clientId } = await aKeyClient({ token_endpoint_auth_signing_alg: 'PS256' }, rsa);
    expect((await ask(await asserted(served, clientId, rsa))).status).toBe(200);
    const { status, body } = await ask(await asserted(served, clientId, key));
    expect([status, body['error_description']]).toEqual([401, expect.stringContaining('PS256, not ES256')]);
  });

  it('RFC 9864 §2.2 knows that EdDSA and Ed25519 are one algorithm here', async () => {
    const own = await aKey('EdDSA', 'own', { alg: 'EdDSA' });
    const { clientId } = await aKeyClient({ token_endpoint_auth_signing_alg: 'EdDSA' }, own);
    expect((await ask(await asserted(served, clientId, { ...own, alg: 'Ed25519' }))).status).toBe(200);
  });

  it('takes a kid that names a key, or none', async () => {
    expect((await ask(await withHeader({ kid: undefined }))).status).toBe(200);
    expect((await ask(await withHeader({ kid: 'unknown' }))).status).toBe(401);
  });

  it.each([undefined, 'JWT', 'jwt', 'client-authentication+jwt', 'application/client-authentication+jwt'])(
    'RFC 8725 §3.11 takes typ %s',
    async (typ) => {
      expect((await ask(await withHeader({ typ }))).status).toBe(200);
    },
  );

  it('reads the keys at jwks_uri, and again after a rotation', async () => {
    const server = await startKeyServer(key);
    const { clientId } = await aKeyClient({ row: { metadata: { jwks_uri: server.uri } } });
    expect((await ask(await asserted(served, clientId, key))).status).toBe(200);
    const next = await aKey('PS256', 'second');
    server.serve([next]);
    expect((await ask(await asserted(served, clientId, next))).status).toBe(200);
    expect((await ask(await asserted(served, clientId, key))).status).toBe(401);
    await server.close();
  });

  it('has no secret, and its client cannot be had by one', async () => {
    expect(client.clientSecret).toBe('');
    expect((await ask({ client_id: client.clientId, client_secret: 'any' })).status).toBe(401);
    expect((await ask({ client_id: client.clientId })).status).toBe(401);
  });

  it('RFC 7591 §2 is not taken from a client of another method that has keys', async () => {
    const { clientId } = await aClient(served, { kind: 'machine', jwks: { keys: [key.jwk] } });
    const { status, body } = await ask(await asserted(served, clientId, key));
    expect([status, body['error_description']]).toEqual([
      401,
      'this client is registered for client_secret_post, not private_key_jwt',
    ]);
  });
});

describe('client_secret_jwt', () => {
  it.each(['HS256', 'HS384', 'HS512'])(
    'takes %s, with a secret that is long enough for it (RFC 7518 §3.2)',
    async (alg) => {
      expect(sharing.clientSecret.length).toBeGreaterThanOrEqual(64);
      expect((await ask(await asserted(served, sharing.clientId, secretOf(sharing, alg)))).status).toBe(200);
    },
  );

  it('is refused with another secret', async () => {
    const wrong = { alg: 'HS256', secret: `${sharing.clientSecret}x` };
    expect((await ask(await asserted(served, sharing.clientId, wrong))).status).toBe(401);
  });

  it('never takes a public key for a secret (attack A32)', async () => {
    const spki = JSON.stringify(key.jwk);
    expect((await ask(await asserted(served, client.clientId, { alg: 'HS256', secret: spki }))).status).toBe(401);
  });

  it('needs a secret that is kept for it: one that was made before, as a digest, cannot do it', async () => {
    const { clientId, clientSecret, rowId } = await aClient(served, { kind: 'machine' });
    await served.source.query(
      `UPDATE oauth_clients SET token_endpoint_auth_method = 'client_secret_jwt' WHERE id = '${rowId}'`,
    );
    const signer = { alg: 'HS256', secret: clientSecret };
    expect((await ask(await asserted(served, clientId, signer))).status).toBe(401);
  });

  it('does not take the secret itself', async () => {
    const { status, body } = await ask({ client_id: sharing.clientId, client_secret: sharing.clientSecret });
    expect([status, body['error_description']]).toEqual([
      401,
      'this client is registered for client_secret_jwt, not client_secret_post',
    ]);
  });

  it('keeps the secret sealed: the row does not hold it', async () => {
    const rows = await served.source.query<{ sealed_secret: string }[]>(
      `SELECT sealed_secret FROM oauth_client_secrets WHERE client_row_id = '${sharing.rowId}'`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sealed_secret).toMatch(/^v1\./);
    expect(rows[0]?.sealed_secret).not.toContain(sharing.clientSecret);
  });
});

describe('who is not the client', () => {
  it('gets the same answer, whether the client exists or not, for either method', async () => {
    const stranger = await aKey('ES256', 'first');
    const shared = { alg: 'HS256', secret: 'x'.repeat(64) };
    const answers = await Promise.all([
      ask(await asserted(served, client.clientId, stranger)),
      ask(await asserted(served, 'client_doesnotexist', stranger)),
      ask(await asserted(served, sharing.clientId, shared)),
      ask(await asserted(served, 'client_doesnotexist', shared)),
      ask(await asserted(served, client.clientId, shared)),
      ask(await asserted(served, sharing.clientId, stranger)),
      ask({ client_id: 'client_doesnotexist', client_secret: 'wrong' }),
    ]);
    for (const { status, body, headers } of answers) {
      expect([status, body['error_description']]).toEqual([401, 'client authentication failed']);
      expect(headers['www-authenticate']).toBe('Basic realm="doorward", charset="UTF-8"');
    }
  });

  it('is told nothing of what the claims should be, nor why keys could not be read', async () => {
    const stranger = await aKey('ES256', 'first');
    const claims = { aud: 'https://other.example', exp: soon(-100), jti: undefined };
    const { body } = await ask(await asserted(served, client.clientId, stranger, claims));
    expect(body['error_description']).toBe('client authentication failed');
    const { clientId } = await aKeyClient({ row: { metadata: { jwks_uri: 'http://127.0.0.1:1024/keys' } } });
    const unreachable = await ask(await asserted(served, clientId, key));
    expect([unreachable.status, unreachable.body['error_description']]).toEqual([401, 'client authentication failed']);
  });

  it('is counted, and does not lock the client out', async () => {
    const target = await aKeyClient({});
    const stranger = await aKey('ES256', 'first');
    const answers = [];
    for (let count = 0; count < 31; count += 1)
      answers.push(await ask(await asserted(served, target.clientId, stranger)));
    expect(answers.at(-1)?.status).toBe(429);
    expect((await ask(await asserted(served, target.clientId, key))).status).toBe(200);
  });
});

describe('what it costs', () => {
  it('one statement more than a secret: the jti', async () => {
    await ask(await asserted(served, client.clientId, key));
    const assertion = await asserted(served, client.clientId, key);
    const { all, writes } = await served.statements.during(() => ask(assertion, { url: '/introspect' }));
    expect(writes).toHaveLength(1);
    expect(all.length).toBeLessThanOrEqual(3);
  });

  it('nothing in the database for a wrong signature of a client that is known already', async () => {
    const stranger = await asserted(served, client.clientId, await aKey('ES256', 'first'));
    // A client is known for a second, which a slow machine may let pass in between.
    await expect
      .poll(async () => {
        await ask(await asserted(served, client.clientId, key));
        return (await served.statements.during(() => ask(stranger))).all;
      })
      .toEqual([]);
  });
});

/** The claims of an assertion that was made here. */
function assertionClaimsOf({ client_assertion: jwt }: { client_assertion: string }): { jti: string } {
  const [, payload = ''] = jwt.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as { jti: string };
}
