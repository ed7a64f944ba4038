/*
 * Makes what the OpenID Foundation's conformance suite needs on this installation, and writes its configuration:
 * a person, three clients that send no PKCE, and an initial access token with which the suite registers its own.
 *
 *   node docs/certification/prepare.ts --suite https://www.certification.openid.net --alias my-alias > config.json
 *
 * Works on the server's database like every `doorward` command (DATABASE_URL, ISSUER, SECRET_KEY).
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { suiteConfiguration } from './suite-configuration.ts';

const ROOT = join(import.meta.dirname, '../..');
const CLI = join(ROOT, 'dist/cli.js');

const { values } = parseArgs({
  options: {
    suite: { type: 'string', default: 'https://www.certification.openid.net' },
    alias: { type: 'string', default: 'doorward' },
  },
});
const issuer = process.env['ISSUER'] ?? 'http://localhost:3000';
const base = `${values.suite}/test/a/${values.alias}`;

/** Runs `doorward` and reads its answer. */
function doorward(...args: string[]): Record<string, string> {
  const output = execFileSync(process.execPath, [CLI, ...args, '--json'], { cwd: ROOT, encoding: 'utf8' });
  return JSON.parse(output) as Record<string, string>;
}

function client(name: string, authMethod: string): { client_id: string; client_secret: string } {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-certification-'));
  try {
    const metadata = join(folder, 'metadata.json');
    const more = {
      post_logout_redirect_uris: [`${base}/post_logout_redirect`],
      backchannel_logout_uri: `${base}/backchannel_logout`,
      backchannel_logout_session_required: true,
      frontchannel_logout_uri: `${base}/frontchannel_logout`,
      frontchannel_logout_session_required: true,
    };
    writeFileSync(metadata, JSON.stringify(more));
    const redirects = [
      '--redirect-uri',
      `${base}/callback`,
      '--redirect-uri',
      `${base}/callback?dummy1=lorem&dummy2=ipsum`,
    ];
    const how = ['--auth-method', authMethod, '--without-pkce', '--metadata', metadata];
    const made = doorward('client', 'create', '--name', name, ...redirects, ...how);
    return { client_id: made['client_id'] ?? '', client_secret: made['client_secret'] ?? '' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const person = {
  username: `certification-${randomBytes(3).toString('hex')}`,
  password: randomBytes(18).toString('base64url'),
};
doorward(
  'user',
  'create',
  '--username',
  person.username,
  '--password',
  person.password,
  '--email',
  `${person.username}@example.com`,
);
const token = doorward(
  'initial-access-token',
  'create',
  '--label',
  'OpenID certification',
  '--without-pkce',
  '--uses',
  '500',
);

process.stdout.write(
  `${JSON.stringify(
    suiteConfiguration({
      issuer,
      alias: values.alias,
      person,
      basic: client('Certification one', 'client_secret_basic'),
      second: client('Certification two', 'client_secret_basic'),
      post: client('Certification three', 'client_secret_post'),
      initialAccessToken: token['initial_access_token'] ?? '',
    }),
    undefined,
    2,
  )}\n`,
);
