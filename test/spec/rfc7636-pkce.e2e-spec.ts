import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomToken } from '../../src/crypto/random-token.js';
import { challengeOf } from '../../src/protocol/pkce.js';
import { startApp, type TestApp } from '../support/app.js';
import { aClient } from '../support/builders.js';
import { aCode, exchange } from '../support/tokens.js';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

const anExemptClient = () => aClient(served, { row: { pkceRequired: false } });
const refused = { status: 400, error: 'invalid_grant' };

describe.each(['server', 'browser', 'native'])('RFC 7636 §4.6 the proof of a %s app', (kind) => {
  const aPkceCode = async () => aCode(served, { client: await aClient(served, { kind }) });

  it('is accepted when the verifier hashes to the challenge', async () => {
    expect((await exchange(served, await aPkceCode())).status).toBe(200);
  });

  it('is refused when the verifier is another one', async () => {
    expect(await exchange(served, await aPkceCode(), { code_verifier: randomToken() })).toMatchObject(refused);
  });

  it('is refused when the verifier is missing or empty (attack A11)', async () => {
    expect(await exchange(served, await aPkceCode(), { code_verifier: undefined })).toMatchObject(refused);
    expect(await exchange(served, await aPkceCode(), { code_verifier: '' })).toMatchObject(refused);
  });

  it('is refused when the challenge itself is sent, as with the plain method (attack A11)', async () => {
    const code = await aPkceCode();
    const changes = { code_verifier: challengeOf(code.codeVerifier), code_challenge_method: 'plain' };
    expect(await exchange(served, code, changes)).toMatchObject(refused);
  });

  it('spends the code when it is wrong, so that nobody can guess on (attack A12, CVE-2026-41213)', async () => {
    for (const wrong of [randomToken(), undefined]) {
      const code = await aPkceCode();
      expect(await exchange(served, code, { code_verifier: wrong })).toMatchObject(refused);
      expect(await exchange(served, code)).toMatchObject(refused);
    }
  });

  it("is not replaced by another code's verifier (attack A07)", async () => {
    const [mine, yours] = [await aPkceCode(), await aPkceCode()];
    expect(await exchange(served, mine, { code_verifier: yours.codeVerifier })).toMatchObject(refused);
  });
});

describe('RFC 7636 §4.1 the form of a verifier', () => {
  it.each(['x'.repeat(42), 'x'.repeat(129), `${'x'.repeat(42)}+`, `${'x'.repeat(42)} `, `${'x'.repeat(42)}é`])(
    'refuses %j without spending the code',
    async (wrong) => {
      const code = await aCode(served);
      const answer = await exchange(served, code, { code_verifier: wrong });
      expect(answer).toMatchObject({ status: 400, error: 'invalid_request' });
      expect((await exchange(served, code)).status).toBe(200);
    },
  );
});

describe('RFC 9700 §2.1.1 a confidential client that an admin exempted from PKCE', () => {
  it('redeems a code that was asked for without a challenge', async () => {
    const code = await aCode(served, { client: await anExemptClient(), isWithoutPkce: true });
    expect((await exchange(served, code, { code_verifier: undefined })).status).toBe(200);
  });

  it('is refused when it sends a verifier for a code without a challenge (RFC 9700 §4.8.2)', async () => {
    const code = await aCode(served, { client: await anExemptClient(), isWithoutPkce: true });
    expect(await exchange(served, code)).toMatchObject(refused);
    expect(await exchange(served, code, { code_verifier: undefined })).toMatchObject(refused);
  });

  it('must still prove a challenge that it did send (attack A11)', async () => {
    const code = await aCode(served, { client: await anExemptClient() });
    expect(await exchange(served, code, { code_verifier: undefined })).toMatchObject(refused);
  });
});
