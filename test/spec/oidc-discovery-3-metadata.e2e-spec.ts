import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { AUTHORIZATION_PROBES } from '../support/metadata/authorization-probes.js';
import { CLIENT_PROBES } from '../support/metadata/client-probes.js';
import { LOGOUT_PROBES } from '../support/metadata/logout-probes.js';
import { OPENID_PROBES } from '../support/metadata/openid-probes.js';
import { TOKEN_PROBES } from '../support/metadata/token-probes.js';
import { aProvider, type Probes, type Provider } from '../support/metadata/provider.js';
import { REQUEST_PROBES } from '../support/metadata/request-probes.js';
import { getJson } from '../support/tokens.js';

const PATH = '/.well-known/openid-configuration';

/** A member that is not here makes a test fail: add a probe beside its like in test/support/metadata. */
const MEMBERS: Probes = {
  ...AUTHORIZATION_PROBES,
  ...REQUEST_PROBES,
  ...CLIENT_PROBES,
  ...OPENID_PROBES,
  ...TOKEN_PROBES,
  ...LOGOUT_PROBES,
};

let served: TestApp;
let provider: Provider;
beforeAll(async () => {
  served = await startApp();
  provider = await aProvider(served, (await getJson(served, PATH)).body);
});
afterAll(() => served.close());

describe('OpenID Connect Discovery §3 each member is true', () => {
  it.each(Object.keys(MEMBERS))('%s: what it advertises works, and nothing else', async (member) => {
    expect(provider.document).toHaveProperty(member);
    await MEMBERS[member]?.(provider.document[member], provider);
  });

  it('and there is no other member', () => {
    expect(Object.keys(provider.document).toSorted()).toEqual(Object.keys(MEMBERS).toSorted());
  });

  it('has every member that is required', () => {
    const lists = ['response_types_supported', 'subject_types_supported', 'id_token_signing_alg_values_supported'];
    for (const member of ['issuer', 'authorization_endpoint', 'token_endpoint', 'jwks_uri', ...lists]) {
      expect(provider.document).toHaveProperty(member);
    }
  });
});

describe('OpenID Connect Discovery §4 the document', () => {
  it('is JSON, may be cached and read by any page, and costs no statement', async () => {
    const { all } = await served.statements.during(async () => {
      const { status, headers } = await getJson(served, PATH, { origin: 'https://anywhere.example' });
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
      expect(headers['cache-control']).toBe('public, max-age=300');
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    });
    expect(all).toEqual([]);
  });

  it('names the issuer that it was asked at, whatever Host says (§4.3, attack R50)', async () => {
    const { body } = await getJson(served, PATH, { host: 'evil.example', 'x-forwarded-host': 'evil.example' });
    expect(body['issuer']).toBe(served.issuer);
    expect(JSON.stringify(body)).not.toContain('evil');
  });

  it('says nothing else than the document of RFC 8414, where both speak', async () => {
    const { body } = await getJson(served, '/.well-known/oauth-authorization-server');
    expect(provider.document).toMatchObject(body);
  });

  it('takes GET only, and says so in JSON', async () => {
    for (const url of [PATH, '/jwks']) {
      const { statusCode, headers } = await served.app.inject({ method: 'POST', url });
      expect({ statusCode, allow: headers['allow'] }).toEqual({ statusCode: 405, allow: 'GET' });
    }
  });
});
