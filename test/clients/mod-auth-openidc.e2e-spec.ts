import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { aClient, aUser, type TestUser } from '../support/builders.js';
import { freePort } from '../support/free-port.js';
import { Program } from '../support/programs.js';
import { Visitor } from '../support/visitor.js';

const APACHE = '/usr/sbin/apache2';
const MODULES = '/usr/lib/apache2/modules';
const isThere = existsSync(APACHE) && existsSync(join(MODULES, 'mod_auth_openidc.so'));

let served: TestApp;
let user: TestUser;
let apache: Program | undefined;
let folder = '';

beforeAll(async () => {
  served = await startApp({}, await freePort());
  user = await aUser(served);
  folder = mkdtempSync(join(tmpdir(), 'doorward-apache-'));
  // Apache's workers are another user.
  chmodSync(folder, 0o755);
});
afterAll(async () => {
  await apache?.stop();
  rmSync(folder, { recursive: true, force: true });
  await served.close();
});

/**
 * A whole Apache in a folder of its own: one protected page that says who is signed in. `OIDCUnAuthAction auth true`
 * because the test's browser is `fetch`, which says that it is no navigation.
 */
function configuration(port: number, client: { clientId: string; clientSecret: string }): string {
  const modules = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'headers', 'auth_openidc', 'dir', 'mime'];
  return `
ServerRoot ${folder}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${folder}/apache.pid
Mutex file:${folder} default
ErrorLog ${folder}/error.log
User www-data
Group www-data
${modules.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
TypesConfig /etc/mime.types
DocumentRoot ${folder}/htdocs
OIDCProviderMetadataURL ${served.issuer}/.well-known/openid-configuration
OIDCClientID ${client.clientId}
OIDCClientSecret ${client.clientSecret}
OIDCRedirectURI http://127.0.0.1:${port}/protected/callback
OIDCCryptoPassphrase ${randomBytes(16).toString('hex')}
OIDCScope "openid profile email"
OIDCPKCEMethod S256
OIDCRemoteUserClaim preferred_username
OIDCCookieSameSite On
<Location /protected>
  AuthType openid-connect
  Require valid-user
  OIDCUnAuthAction auth true
  Header set X-Signed-In-As "expr=%{REMOTE_USER}"
</Location>
`;
}

it.skipIf(!isThere)("Apache's mod_auth_openidc signs a person in, told only the metadata address", async () => {
  const port = await freePort();
  const client = await aClient(served, {
    redirect_uris: [`http://127.0.0.1:${port}/protected/callback`],
    scope: ['openid', 'profile', 'email'],
    token_endpoint_auth_method: 'client_secret_basic',
  });
  mkdirSync(join(folder, 'htdocs/protected'), { recursive: true });
  writeFileSync(join(folder, 'htdocs/protected/index.html'), 'behind the door');
  writeFileSync(join(folder, 'htdocs/index.html'), 'in front of it');
  writeFileSync(join(folder, 'apache.conf'), configuration(port, client), { mode: 0o600 });
  const child = spawn(APACHE, ['-X', '-f', join(folder, 'apache.conf')], { stdio: 'pipe' });
  apache = new Program(child);
  await apache.listens(port);

  const page = await new Visitor(served, user).open(`http://127.0.0.1:${port}/protected/index.html`);
  expect([page.status, await page.text()]).toEqual([200, 'behind the door']);
  expect(page.headers.get('x-signed-in-as')).toBe(user.username);
});
