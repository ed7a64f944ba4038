import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInstallation, type Installation } from '../support/cli.js';
import { noteSecret } from '../support/leak-scan.js';

let installation: Installation;
beforeAll(async () => {
  installation = await createInstallation();
});
afterAll(() => installation.remove());

const TOKEN = 'initial-access-token';
const APP = ['client', 'create', '--name', 'Acme', '--redirect-uri', 'https://app.example/cb', '--json'];

const file = (content: string) => {
  const path = join(installation.dataDirectory, 'metadata.json');
  writeFileSync(path, content);
  return path;
};

describe('doorward initial-access-token', () => {
  it('makes a token that is shown once, lists it without, and revokes it', async () => {
    const args = [TOKEN, 'create', '--label', 'CI', '--uses', '5', '--expires-in', '12h', '--without-pkce'];
    const { exitCode, stderr, json } = await installation.run([...args, '--scope', 'profile email', '--json']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const made = json as { id: string; initial_access_token: string };
    noteSecret(made.initial_access_token);
    expect(made).toMatchObject({ initial_access_token: expect.stringMatching(/^dwi_[\w-]{43}$/) as string, uses: 5 });
    const list = await installation.run([TOKEN, 'list', '--json']);
    expect(list.stdout).not.toContain(made.initial_access_token);
    expect(list.json).toMatchObject([
      { id: made.id, label: 'CI', uses: 5, used: 0, pkce_required: false, allowed_scopes: ['profile', 'email'] },
    ]);
    const table = await installation.run([TOKEN, 'list']);
    expect(table.stdout).toMatch(/^ID +LABEL +USED +PKCE +OWNER +UNTIL\n\S+ +CI +0\/5 +optional +- +\S+\n$/);
    expect((await installation.run([TOKEN, 'revoke', made.id, '--json'])).json).toEqual({ id: made.id, revoked: true });
    const again = await installation.run([TOKEN, 'revoke', made.id]);
    expect(again).toMatchObject({ exitCode: 1, stdout: '' });
    expect((await installation.run([TOKEN, 'list', '--json'])).json).toEqual([]);
  });

  it('for people, says to copy it now', async () => {
    const { exitCode, stdout } = await installation.run([TOKEN, 'create']);
    noteSecret(/dwi_\S+/.exec(stdout)?.[0] ?? '');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Made command line\. Copy the token now.+\n\n {2}Id +\S+\n {2}Token +dwi_\S+\n$/);
  });

  it('names scopes that were defined, as far as an owner could choose them (docs/adr/0046)', async () => {
    const scopes = 'a:read: { descriptions: { en: A } }, b:read: { descriptions: { en: B }, sensitivity: sensitive }';
    await installation.run(['apply', file(`version: 1\nscopes: { ${scopes} }\n`), '--yes']);
    const made = await installation.run([TOKEN, 'create', '--scope', 'openid a:read', '--json']);
    noteSecret((made.json as { initial_access_token: string }).initial_access_token);
    const { json } = await installation.run([TOKEN, 'list', '--json']);
    expect(json).toContainEqual(expect.objectContaining({ allowed_scopes: ['openid', 'a:read'] }));
    const refused = await installation.run([TOKEN, 'create', '--scope', 'b:read']);
    expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringContaining('not sensitive')]);
  });

  it.each([
    ['--uses', '0'],
    ['--uses', 'many'],
    ['--expires-in', 'tomorrow'],
    ['--expires-in', '400d'],
    ['--scope', 'root'],
    ['--label', 'x'.repeat(101)],
  ])('refuses %s %s', async (option, value) => {
    const result = await installation.run([TOKEN, 'create', option, value]);
    expect(result).toMatchObject({ exitCode: 2, stdout: '' });
    expect(result.stderr).toContain(option);
  });
});

describe('doorward client create', () => {
  it('takes the members of OpenID Connect Registration by option and by file', async () => {
    const members = {
      'client_name#de': 'Acme auf Deutsch',
      id_token_signed_response_alg: 'ES256',
      default_max_age: 600,
      policy_uri: 'https://app.example/privacy',
    };
    const options = ['--jwks-uri', 'https://app.example/jwks', '--post-logout-redirect-uri', 'https://app.example/bye'];
    const path = file(JSON.stringify(members));
    const { exitCode, stderr, json } = await installation.run([
      ...APP,
      ...options,
      '--metadata',
      path,
      '--without-pkce',
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const value of Object.values(json as object)) if (String(value).startsWith('dw')) noteSecret(String(value));
    expect(json).toMatchObject({
      ...members,
      jwks_uri: 'https://app.example/jwks',
      post_logout_redirect_uris: ['https://app.example/bye'],
      pkce_required: false,
      registered_by: 'cli',
    });
  });

  it.each([
    ['no file', undefined, /There is no file '\/nowhere\.json'/],
    ['no JSON', '{', /--metadata: .+not well-formed/],
    ['a member that has an option', '{"client_name":"Other"}', /--metadata: take client_name out/],
    ['a member with a typing error', '{"policy_url":"https://app.example"}', /--metadata: take policy_url out/],
    [
      'a member that is wrong',
      '{"policy_uri":"http://app.example"}',
      /--metadata: policy_uri: Use https\..+\n {2}http:.+\n {2}\^\^\^\^/,
    ],
  ])('refuses %s', async (_, content, sentence) => {
    const path = content === undefined ? '/nowhere.json' : file(content);
    const result = await installation.run([...APP, '--metadata', path]);
    expect(result).toMatchObject({ exitCode: 2, stdout: '' });
    expect(result.stderr).toMatch(sentence);
  });

  it('lets no public app go without PKCE', async () => {
    const result = await installation.run([...APP, '--kind', 'browser', '--without-pkce']);
    expect(result).toMatchObject({ exitCode: 2, stdout: '' });
    expect(result.stderr).toContain('--without-pkce');
  });
});
