import { exportJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { type Person, register, type ShownOnce, shownOnce, signedIn } from '../support/apps-panel.js';
import { allow } from '../support/authorization.js';
import type { Fields } from '../support/browser.js';
import { aClient } from '../support/builders.js';
import { aKey } from '../support/client-keys.js';
import { freePort } from '../support/free-port.js';
import { textInside } from '../support/html-forms.js';
import { hasProgram, type Program, run } from '../support/programs.js';

/** The command and the file name of each language's snippet. */
const LANGUAGES = [
  { id: 'node', command: process.execPath, file: 'server.mjs', isThere: true },
  { id: 'python', command: 'python3', file: 'app.py', isThere: hasProgram('python3') },
  { id: 'php', command: 'php', file: 'index.php', isThere: hasProgram('php') },
];
const hasShell = hasProgram('bash') && hasProgram('curl') && hasProgram('openssl', 'version');
const AUTH_METHODS = ['client_secret_post', 'client_secret_basic'];

let served: TestApp;
let ada: Person;

beforeAll(async () => {
  served = await startApp({}, await freePort());
  ada = await signedIn(served, 'ada');
});
afterAll(() => served.close());

/** Registers an app through the pages and copies a snippet from its page. */
async function appWith(kind: string, fields: Fields, snippet: string): Promise<ShownOnce & { code: string }> {
  const app = shownOnce(await register(ada.browser, kind, { client_name: `With ${snippet}`, ...fields }));
  return { ...app, code: textInside((await ada.browser.open(app.url)).html, `snippet-${snippet}`) };
}

/** The whole flow of an app that listens on its callback URL: the button, login, consent, and back with the cookie. */
async function signInAt(port: number): Promise<Response> {
  const start = await fetch(`http://127.0.0.1:${port}/authLogin`, { redirect: 'manual' });
  expect(start.status).toBe(303);
  const cookie = start.headers
    .getSetCookie()
    .map((text) => text.split(';', 1)[0])
    .join('; ');
  const back = await allow(ada.browser, await ada.browser.open(start.headers.get('location') ?? ''));
  const withoutCookie = await fetch(back.location ?? '', { redirect: 'manual' });
  expect(withoutCookie.status).toBe(400);
  return fetch(back.location ?? '', { headers: { cookie } });
}

/** Does what the curl snippet asks for: opens the address, types the code, types the token. */
async function walk(program: Program): Promise<void> {
  const [address] = await program.says(/^http.*$/m);
  const back = await allow(ada.browser, await ada.browser.open(address));
  program.type(new URL(back.location ?? '').searchParams.get('code') ?? '');
  const [, token = ''] = await program.says(/"access_token":"([^"]+)"/);
  program.type(token);
}
describe.each(LANGUAGES)('the $id snippet', ({ id, command, file, isThere }) => {
  it.skipIf(!isThere).each(AUTH_METHODS)(
    'signs a person in, with %s, and only the browser that began',
    async (method) => {
      const port = await freePort();
      const fields = { redirect_uris: `http://127.0.0.1:${port}/callback`, token_endpoint_auth_method: method };
      const { code, clientSecret } = await appWith('server', fields, id);
      const program = run(command, file, code, { CLIENT_SECRET: clientSecret, PORT: String(port) });
      try {
        await program.listens(port);
        const answer = await signInAt(port);
        expect(await answer.json()).toMatchObject({ sub: ada.id, preferred_username: 'ada', email: 'ada@example.com' });
      } finally {
        await program.stop();
      }
    },
  );

  it.skipIf(!isThere)('signs a person in to a native app, without a secret', async () => {
    const port = await freePort();
    const { code } = await appWith('native', { redirect_uris: `http://127.0.0.1:${port}/callback` }, id);
    const program = run(command, file, code, { PORT: String(port) });
    try {
      await program.listens(port);
      expect(await (await signInAt(port)).json()).toMatchObject({ sub: ada.id });
    } finally {
      await program.stop();
    }
  });

  it.skipIf(!isThere || id === 'php').each(AUTH_METHODS)('gets a token for a machine, with %s', async (method) => {
    const { code, clientSecret } = await appWith('machine', { token_endpoint_auth_method: method }, id);
    const program = run(command, file, code, { CLIENT_SECRET: clientSecret });
    expect(await program.end()).toContain('a token for 3600 seconds');
  });
});

describe('the Node snippet of an app that signs assertions', () => {
  it('gets a token with the secret, which it does not send', async () => {
    const { code, clientSecret } = await appWith(
      'machine',
      { token_endpoint_auth_method: 'client_secret_jwt' },
      'node',
    );
    const program = run(process.execPath, 'token.mjs', code, { CLIENT_SECRET: clientSecret });
    expect(await program.end()).toContain('a token for 3600 seconds');
  });

  it('gets a token with a key', async () => {
    const key = await aKey('ES256', 'key-1', { alg: 'ES256' });
    const metadata = { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [key.jwk] } };
    const { rowId } = await aClient(served, { kind: 'machine', owner: ada, ...metadata });
    const code = textInside((await ada.browser.open(`/apps/${rowId}`)).html, 'snippet-node');
    const jwk = { ...(await exportJWK(key.privateKey)), kid: 'key-1', alg: 'ES256' };
    const program = run(process.execPath, 'token.mjs', code, { PRIVATE_JWK: JSON.stringify(jwk) });
    expect(await program.end()).toContain('a token for 3600 seconds');
  });
});

describe('the curl snippet', () => {
  it.skipIf(!hasShell).each(AUTH_METHODS)('signs a person in step by step, with %s', async (method) => {
    const fields = { redirect_uris: 'https://acme.example/callback', token_endpoint_auth_method: method };
    const { code, clientSecret } = await appWith('server', fields, 'curl');
    const program = run('bash', 'flow.sh', code.replace('…', clientSecret), {});
    await walk(program);
    expect(JSON.parse((await program.end()).trim().split('\n').at(-1) ?? '')).toMatchObject({ sub: ada.id });
  });

  it.skipIf(!hasShell).each(AUTH_METHODS)('gets a token for a machine, with %s', async (method) => {
    const { code, clientSecret } = await appWith('machine', { token_endpoint_auth_method: method }, 'curl');
    const program = run('bash', 'token.sh', code.replace('…', clientSecret), {});
    expect(JSON.parse(await program.end())).toMatchObject({ expires_in: 3600, token_type: 'Bearer' });
  });
});
