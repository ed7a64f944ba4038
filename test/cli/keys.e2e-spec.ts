import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGNING_ALGS } from '../../src/protocol/jose-algs.js';
import { startApp, type TestApp } from '../support/app.js';
import { type CliResult, createInstallation, type Installation } from '../support/cli.js';
import { aSignedToken, FORGETFUL, isRecognised, kidOf, letKeysAge } from '../support/signing-keys.js';

interface ListedKey {
  readonly kid: string;
  readonly alg: string;
  readonly state: string;
  readonly signs_from: string | null;
}

let installation: Installation;
let served: TestApp;

beforeAll(async () => {
  installation = await createInstallation();
});
afterAll(() => installation.remove());

const keysIn = ({ json }: CliResult) => json as ListedKey[];

describe('doorward key', () => {
  afterAll(() => served.close());

  it('says before the first start that there are no keys', async () => {
    await installation.run(['migrate']);
    const { exitCode, stdout, stderr } = await installation.run(['key', 'list']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    expect(stderr).toMatch(/no signing keys yet/);
    expect((await installation.run(['key', 'list', '--json'])).json).toEqual([]);
    served = await startApp({
      database: installation.database,
      secretKeys: [Buffer.from(installation.env['SECRET_KEY'] ?? '', 'hex')],
      signingKeys: { ...FORGETFUL, upkeepInterval: 0.1 },
    });
  });

  it('lists the keys for people and as JSON, without anything of the keys themselves', async () => {
    const listed = await installation.run(['key', 'list', '--json']);
    const active = keysIn(listed).filter(({ state }) => state === 'active');
    expect(active.map(({ alg }) => alg)).toEqual(SIGNING_ALGS);
    const { stdout } = await installation.run(['key', 'list']);
    expect(stdout).toMatch(/^KID +ALG +STATE +SIGNS FROM +SIGNS UNTIL +PUBLISHED UNTIL\n/);
    for (const { kid } of keysIn(listed)) expect(stdout).toContain(kid);
    expect(listed.stdout + stdout).not.toMatch(/v1\.|"(?:d|n|x)"/);
  });

  it('rotate says from when the next key signs; a running server lets it, without a restart', async () => {
    const before = kidOf(await aSignedToken(served));
    const { exitCode, stdout, stderr } = await installation.run(['key', 'rotate', '--alg', 'ES256']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^ES256: [0-9a-f-]{36} signs from \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\.\n$/);
    expect(stderr).toContain('--now');
    expect(kidOf(await aSignedToken(served))).toBe(before);

    await letKeysAge(served, 1);
    const signer = async () => kidOf(await aSignedToken(served));
    await expect.poll(signer, { timeout: 30_000 }).not.toBe(before);
    expect(stdout).toContain(await signer());
  });

  it('rotate --now does not wait, and says how long others need to follow', async () => {
    const unasked = await installation.run(['key', 'rotate', '--now']);
    expect([unasked.exitCode, unasked.stderr]).toEqual([2, expect.stringContaining('--yes')]);
    const { stdout, stderr } = await installation.run(['key', 'rotate', '--now', '--yes']);
    expect(stdout.trim().split('\n')).toHaveLength(SIGNING_ALGS.length);
    for (const alg of SIGNING_ALGS)
      expect(stdout).toContain(`${alg}: ${kidOf(await aSignedToken(served, alg))} signs now.`);
    expect(stderr).toMatch(/within 30 seconds; .+ for 300 more/);
  });

  it('revoke ends at once what a running server recognises, and tells which key signs instead', async () => {
    const token = await aSignedToken(served);
    expect((await installation.run(['key', 'revoke', kidOf(token)])).exitCode).toBe(2);
    expect(await isRecognised(served, token)).toBe(true);
    const { exitCode, stdout } = await installation.run(['key', 'revoke', kidOf(token), '--yes']);
    expect(exitCode).toBe(0);
    expect(await isRecognised(served, token)).toBe(false);
    const instead = kidOf(await aSignedToken(served));
    expect(stdout).toBe(
      `ES256: ${kidOf(token)} is revoked; nothing that it signed counts.\nES256: ${instead} signs now.\n`,
    );
  });

  it('revoke refuses a key that it does not know, and then revokes none', async () => {
    const token = await aSignedToken(served);
    const { exitCode, stdout, stderr } = await installation.run(['key', 'revoke', kidOf(token), 'nobody', '--yes']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(/There is no signing key 'nobody'/);
    expect(await isRecognised(served, token)).toBe(true);
  });

  it('refuses an algorithm that it does not sign with', async () => {
    const { exitCode, stderr } = await installation.run(['key', 'rotate', '--alg', 'HS256']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('RS256, PS256, ES256, EdDSA');
  });
});

describe('without the SECRET_KEY that sealed the keys', () => {
  const env = { SECRET_KEY: randomBytes(32).toString('hex'), LOG_LEVEL: 'silent', PORT: '0', WEB_CONCURRENCY: '1' };

  it('start ends before it listens, and doctor fails: one sentence that says what to do', async () => {
    const start = await installation.run(['start'], { env });
    expect(start.exitCode).toBe(1);
    expect(start.stderr).toMatch(/^Doorward cannot start:\n {2}- SECRET_KEY does not open the signing keys .+\n$/);
    const { exitCode, stdout } = await installation.run(['doctor'], { env });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^fail {2}signing keys: SECRET_KEY does not open/m);
  });

  it('doctor tells which keys need an older one of the list', async () => {
    const list = { ...env, SECRET_KEY: `${env.SECRET_KEY},${installation.env['SECRET_KEY'] ?? ''}` };
    const { stdout } = await installation.run(['doctor'], { env: list });
    expect(stdout).toMatch(/^ok {4}signing keys: 8 of 8 are sealed with an older key/m);
    const fine = await installation.run(['doctor'], { env: { PORT: '0' } });
    expect(fine.stdout).toMatch(/^ok {4}signing keys: Each opens with SECRET_KEY\.$/m);
  });

  it('revoke replaces the keys, so that a lost SECRET_KEY does not end the installation', async () => {
    const kids = keysIn(await installation.run(['key', 'list', '--json'], { env }))
      .filter(({ state }) => state === 'active' || state === 'next')
      .map(({ kid }) => kid);
    expect((await installation.run(['key', 'revoke', ...kids, '--yes'], { env })).exitCode).toBe(0);
    const { stdout } = await installation.run(['doctor'], { env });
    expect(stdout).toMatch(/^ok {4}signing keys: Each opens with SECRET_KEY\.$/m);
  });
});
