import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { createDataSource } from '../../src/database/options.js';
import { type CliOptions, createInstallation, type Installation } from '../support/cli.js';
import { isMariadb } from '../support/database.js';
import { noteSecret } from '../support/leak-scan.js';
import { createMigratedDatabase } from '../support/migrated-database.js';

interface Step {
  readonly section: string;
  readonly id: string;
  readonly action: string;
  readonly changes: readonly { path: (string | number)[]; from?: unknown; to?: unknown }[];
}
interface Result {
  readonly steps: readonly Step[];
  readonly secrets: readonly { id: string; secrets: Record<string, string> }[];
}

const DOCUMENT = `version: 1
settings:
  REGISTRATION: invite
  AUDIT_DAYS: 400
clients:
  client_photos:
    client_name: Acme Photos
    client_name#de: Acme Fotos
    kind: server
    redirect_uris: [https://photos.example/callback]
    scope: [openid, profile]
    token_endpoint_auth_method: client_secret_post
    post_logout_redirect_uris: [https://photos.example/bye]
    client_secret: { env: ACME_SECRET }
    is_verified: true
  client_report:
    client_name: Nightly report
    kind: machine
    admin_scopes: [admin:users:read]
  client_page:
    client_name: A page
    kind: browser
    redirect_uris: [https://page.example/callback]
    scope: [openid]
    status: suspended
    suspended_reason: Not yet open.
`;

let installation: Installation;
let secret: string;
beforeEach(async () => {
  installation = await createInstallation(createMigratedDatabase);
  secret = randomBytes(32).toString('hex');
  noteSecret(secret);
});
afterEach(() => installation.remove());

function file(text: string): string {
  const path = join(installation.dataDirectory, 'doorward.yaml');
  writeFileSync(path, text);
  return path;
}
const run = async (command: string, text: string, more: readonly string[] = [], options: CliOptions = {}) => {
  const env = { ACME_SECRET: secret, ...options.env };
  return installation.run([command, file(text), '--json', ...more], { env });
};
const apply = (text: string, more: readonly string[] = [], options?: CliOptions) =>
  run('apply', text, ['--yes', ...more], options);
const acts = ({ steps }: Result) => steps.map(({ action, id }) => `${action} ${id}`);
const exported = async () => (await installation.run(['export'])).stdout;

// What a document may say is the same on every database, and judged on one; what is written and read back is tried on each.
describe('the configuration as a document', () => {
  it('is applied once: the second time nothing differs', async () => {
    const plan = await run('plan', DOCUMENT);
    expect(plan.exitCode).toBe(3);
    expect(acts(plan.json as Result)).toEqual([
      'create REGISTRATION',
      'create AUDIT_DAYS',
      'create client_photos',
      'create client_report',
      'create client_page',
    ]);
    const first = await apply(DOCUMENT);
    expect([first.exitCode, acts(first.json as Result)]).toEqual([0, acts(plan.json as Result)]);
    const second = await apply(DOCUMENT);
    expect([second.exitCode, (second.json as Result).steps]).toEqual([0, []]);
    expect((await run('plan', DOCUMENT)).exitCode).toBe(0);
    expect((await installation.run(['plan', file(DOCUMENT)], { env: { ACME_SECRET: secret } })).stdout).toBe(
      'Nothing differs.\n',
    );
  });

  it('is exported, and applied to an empty database gives the same', async () => {
    await apply(DOCUMENT);
    const text = await exported();
    expect(text).toContain('client_name#de: Acme Fotos');
    expect(text).toContain('env: CLIENT_PHOTOS_SECRET');
    // As it is, without any of its secrets.
    const plan = await installation.run(['plan', file(text), '--prune']);
    expect([plan.stdout, plan.exitCode]).toEqual(['Nothing differs.\n', 0]);
    expect(plan.stderr).toContain('CLIENT_PHOTOS_SECRET is not set');
    const other = await createInstallation(createMigratedDatabase);
    try {
      const missing = await other.run(['apply', file(text), '--yes']);
      expect(missing.exitCode).toBe(1);
      expect(missing.stderr).toContain('Set CLIENT_PHOTOS_SECRET');
      expect(missing.stderr).toContain('Set CLIENT_REPORT_SECRET');
      const [a, b] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
      const env = { CLIENT_PHOTOS_SECRET: a, CLIENT_REPORT_SECRET: b };
      expect((await other.run(['apply', file(text), '--yes'], { env })).exitCode).toBe(0);
      expect((await other.run(['export'])).stdout).toBe(text);
    } finally {
      await other.remove();
    }
  });

  it('shows what somebody changed by hand, and puts it right', async () => {
    await apply(DOCUMENT);
    const drifted = DOCUMENT.replace('Acme Photos', 'Acme Pictures').replace('[openid, profile]', '[openid]');
    await apply(drifted);
    const { json, exitCode } = await run('plan', DOCUMENT);
    expect(exitCode).toBe(3);
    const [step] = (json as Result).steps;
    expect(step).toMatchObject({ action: 'update', id: 'client_photos' });
    expect(step?.changes).toEqual([
      { path: ['client_name'], from: 'Acme Pictures', to: 'Acme Photos' },
      { path: ['scope', 1], to: 'profile' },
    ]);
    const people = await installation.run(['plan', file(DOCUMENT)], { env: { ACME_SECRET: secret } });
    expect(people.stdout).toBe(
      [
        '~ app client_photos',
        '  - client_name: Acme Pictures',
        '  + client_name: Acme Photos',
        '  + scope[1]: profile',
        '',
        '0 to create, 1 to change, 0 to delete.',
        '',
      ].join('\n'),
    );
    expect(people.stdout).not.toContain('\u001b');
    expect(acts((await apply(DOCUMENT)).json as Result)).toEqual(['update client_photos']);
    expect((await run('plan', DOCUMENT)).exitCode).toBe(0);
  });

  it.skipIf(isMariadb)('vouches for what it says, and for nothing else', async () => {
    await apply(DOCUMENT);
    // What people see changes together with a rule: nobody vouched for that.
    const silent = DOCUMENT.replace('    is_verified: true\n', '    pkce_required: false\n').replace(
      'Acme Photos',
      'Acme Bank',
    );
    await apply(silent);
    const text = await exported();
    expect(text).toContain('Acme Bank');
    expect(text).toContain('pkce_required: false');
    expect(text).not.toContain('is_verified');
    expect((await run('plan', silent)).exitCode).toBe(0);
  });

  it('deletes only where that was asked for, and says so before', async () => {
    await apply(DOCUMENT);
    const { stdout } = await installation.run(['client', 'create', '--name', 'By hand', '--kind', 'machine', '--json']);
    const { client_id: byHand } = JSON.parse(stdout) as { client_id: string };
    const less =
      'version: 1\nclients:\n  client_report:\n    client_name: Nightly report\n    kind: machine\n    admin_scopes: [admin:users:read]\n';
    expect((await run('plan', less)).exitCode).toBe(0);
    const expected = ['delete client_page', 'delete client_photos', `delete ${byHand}`];
    const plan = await run('plan', less, ['--prune']);
    // Settings are not compared: the document has no such section.
    expect(acts(plan.json as Result).toSorted((a, b) => a.localeCompare(b))).toEqual(
      expected.toSorted((a, b) => a.localeCompare(b)),
    );
    const pruned = await apply(`${less}prune: true\nsettings: {}\n`);
    expect((pruned.json as Result).steps).toHaveLength(5);
    expect(await exported()).toContain('settings: {}');
    expect(await exported()).not.toContain('client_page');
  });

  it.skipIf(isMariadb)('leaves the apps of users and those that registered themselves alone', async () => {
    const made = await installation.run(
      ['user', 'create', '--username', 'ada', '--email', 'ada@example.com', '--password-stdin'],
      { input: 'a long pass phrase of somebody' },
    );
    expect(made.exitCode).toBe(0);
    const args = ['client', 'create', '--name', 'Mine', '--kind', 'machine', '--owner', 'ada', '--json'];
    const { client_id: id } = (await installation.run(args)).json as { client_id: string };
    expect(await exported()).not.toContain(id);
    expect((await run('plan', 'version: 1\nclients: {}\n', ['--prune'])).exitCode).toBe(0);
    const taken = await run('plan', `version: 1\nclients:\n  ${id}:\n    client_name: Mine\n    kind: machine\n`);
    expect([taken.exitCode, taken.stderr]).toEqual([1, expect.stringContaining('an app of a user')]);
  });

  it('has scopes, resource servers and apps that name one another', async () => {
    const text = `version: 1
resources:
  https://api.example/photos:
    name: Photos API
    access_token_lifetime: 600
    client: client_api
  https://api.example/old:
    name: Old API
    status: suspended
scopes:
  photos:read:
    descriptions: { en: See your photos, de: Deine Fotos sehen }
    resource: https://api.example/photos
  photos:sync:
    descriptions: { en: Copy all photos }
    sensitivity: sensitive
    needs_user: false
clients:
  client_api:
    client_name: Photos API
    kind: machine
    scope: [photos:sync]
`;
    const first = await apply(text);
    expect([first.stderr, first.exitCode]).toEqual(['', 0]);
    expect((first.json as Result).steps).toHaveLength(5);
    expect((await run('plan', text, ['--prune'])).exitCode).toBe(0);
    const out = await exported();
    expect((await installation.run(['plan', file(out), '--prune'])).stdout).toBe('Nothing differs.\n');
    const changed = text
      .replace('600', '900')
      .replace('needs_user: false', 'needs_user: true')
      .replace('    client: client_api\n', '');
    // A machine cannot have what only a person allows.
    expect((await run('plan', changed)).stderr).toContain('clients.client_api.scope[0]');
    const fewer = changed.replace('    scope: [photos:sync]\n', '');
    expect(acts((await apply(fewer)).json as Result)).toEqual([
      'update https://api.example/photos',
      'update photos:sync',
      'update client_api',
    ]);
    expect((await run('plan', fewer)).exitCode).toBe(0);
    const pruned = await apply('version: 1\nprune: true\nresources: {}\nscopes: {}\nclients: {}\n');
    expect([pruned.stderr, pruned.exitCode]).toEqual(['', 0]);
    expect(await exported()).not.toContain('photos');
  });

  it.skipIf(isMariadb)('refuses scopes and resource servers with faults', async () => {
    const text = `version: 1
resources:
  not-a-uri: { name: x }
  https://api.example/a: { name: '', colour: red }
  https://api.example/b: { name: B, client: client_nobody, access_token_lifetime: 1 }
scopes:
  openid: { descriptions: { en: Sign in } }
  a:b: { descriptions: { de: Nur deutsch } }
  c:d: { descriptions: { en: See }, resource: https://nowhere.example }
`;
    const { exitCode, stderr } = await run('plan', text);
    expect(exitCode).toBe(1);
    expect([...stderr.matchAll(/yaml:(\d+):/g)].map(([, line]) => line)).toEqual(['3', '4', '4', '5', '7', '8', '9']);
  });

  it.skipIf(isMariadb)('is refused as a whole, with every fault, its line and its path', async () => {
    const text = `version: 1
setings:
  REGISTRATION: invite
settings:
  REGISTRATION: sometimes
  PORT: 3000
  NO_SUCH: 1
clients:
  photos:
    client_name: Photos
    kind: machine
  client_a:
    client_name: A
    kind: server
    redirect_uris:
      - https://a.example/callback
      - http://a.example/plain
    client_secret: hunter22hunter22hunter22hunter22
    colour: red
  client_b:
    client_name: B
    kind: browser
    redirect_uris: [https://b.example/]
    scope: [openid]
    pkce_required: false
  client_c:
    kind: server
    redirect_uris: https://c.example/
`;
    const { exitCode, stdout, stderr } = await apply(text);
    expect([exitCode, stdout]).toEqual([1, '']);
    const lines = stderr
      .split('\n')
      .map((line) => /doorward\.yaml:(\d+): ([^ ]+):/.exec(line)?.slice(1).join(' '))
      .filter((line) => line !== undefined);
    expect(lines).toEqual([
      '2 setings',
      '5 settings.REGISTRATION',
      '6 settings.PORT',
      '7 settings.NO_SUCH',
      '9 clients.photos',
      '19 clients.client_a.colour',
      '18 clients.client_a.client_secret',
      '25 clients.client_b.pkce_required',
      '28 clients.client_c.redirect_uris',
    ]);
    expect(stderr).not.toContain('hunter22');
    expect(await exported()).toContain('clients: {}');
  });

  it.skipIf(isMariadb).each([
    ['a: [', 'a bracket is not closed'],
    ['version: 1\nversion: 1\n', 'This key is there twice.'],
    ['- 1\n', 'The document must be a map'],
    ['', 'Begin with version: 1.'],
    ['version: 2\n', 'no other version'],
    ['version: !!js/function 1\n', 'without a tag'],
    [`a: &a [x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(20)}]\nc: [${'*b,'.repeat(20)}]\n`, 'aliases'],
    ['version: 1\nclients: []\n', 'Write a map'],
  ])('refuses %j', async (text, sentence) => {
    const { exitCode, stderr } = await run('plan', text);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(sentence)]);
  });

  it.skipIf(isMariadb)('takes secrets by reference, and shows them nowhere', async () => {
    const first = await apply(DOCUMENT);
    const shown = (first.json as Result).secrets.find(({ id }) => id === 'client_photos');
    expect(Object.keys(shown?.secrets ?? {})).toEqual(['registration_access_token', 'state_key']);
    const generated = (first.json as Result).secrets.find(({ id }) => id === 'client_report')?.secrets['client_secret'];
    expect(generated).toMatch(/^dws_/);
    const next = randomBytes(32).toString('base64url');
    noteSecret(next);
    writeFileSync(join(installation.dataDirectory, 'acme.secret'), `${next}\n`);
    const moved = DOCUMENT.replace('{ env: ACME_SECRET }', '{ file: acme.secret }');
    const plan = await run('plan', moved);
    expect((plan.json as Result).steps).toMatchObject([
      {
        id: 'client_photos',
        changes: [{ path: ['client_secret'], from: 'another secret', to: 'the one in the file acme.secret' }],
      },
    ]);
    const second = await apply(moved);
    expect(second.exitCode).toBe(0);
    expect((await run('plan', moved)).exitCode).toBe(0);
    // None is used twice, and none that somebody could guess.
    expect((await apply(DOCUMENT)).stderr).toContain('is in use elsewhere, or was before');
    expect((await apply(DOCUMENT, [], { env: { ACME_SECRET: 'short' } })).stderr).toContain('32 to 256');
    const source = await createDataSource(installation.database).initialize();
    const events = await source.getRepository(AuditEvent).find();
    await source.destroy();
    const everything = JSON.stringify([
      events,
      first.stdout,
      first.stderr,
      plan.stdout,
      second.stdout,
      await exported(),
    ]);
    expect(events.map(({ action }) => action)).toContain('client.secret_rotated');
    for (const one of [secret, next]) expect(everything).not.toContain(one);
    expect(everything.split(generated ?? '').length).toBe(2);
  });

  it.skipIf(isMariadb)('two apps do not share a secret', async () => {
    const both = DOCUMENT.replace('kind: machine', 'kind: machine\n    client_secret: { env: ACME_SECRET }');
    const { exitCode, stderr } = await apply(both);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('clients.client_report.client_secret')]);
  });

  it('is the same when two apply it at once', async () => {
    await installation.run(['migrate']);
    const path = file(DOCUMENT);
    const env = { ACME_SECRET: secret };
    const both = await Promise.all([0, 1].map(() => installation.run(['apply', path, '--yes', '--json'], { env })));
    expect(both.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    const made = both.flatMap(({ json }) => acts(json as Result)).filter((act) => act.startsWith('create'));
    expect(new Set(made).size).toBe(made.length);
    expect(made).toHaveLength(5);
    expect((await run('plan', DOCUMENT)).exitCode).toBe(0);
  });

  it.skipIf(isMariadb)('does nothing unasked where nobody can be asked', async () => {
    const { exitCode, stderr } = await run('apply', DOCUMENT);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('--yes')]);
    expect(await exported()).toContain('clients: {}');
  });

  it.skipIf(isMariadb)(
    'a setting of the environment is no difference when it says the same, else a fault',
    async () => {
      const text = 'version: 1\nsettings:\n  REGISTRATION: invite\n';
      expect((await run('plan', text, [], { env: { REGISTRATION: 'invite' } })).exitCode).toBe(0);
      const clash = await run('plan', text, [], { env: { REGISTRATION: 'open' } });
      expect([clash.exitCode, clash.stderr]).toEqual([1, expect.stringContaining('environment variable REGISTRATION')]);
    },
  );
});
