import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInstallation, type Installation } from '../support/cli.js';
import { noteSecret } from '../support/leak-scan.js';

let installation: Installation;
beforeAll(async () => {
  installation = await createInstallation();
});
afterAll(() => installation.remove());

const client = (...args: string[]) => installation.run(['client', ...args]);
const shown = async (id: string) => (await client('show', id, '--json')).json as Record<string, unknown>;

async function anApp(): Promise<{ id: string; secret: string }> {
  const args = ['--name', 'Acme Photos', '--redirect-uri', 'https://photos.example/cb', '--json'];
  const { json } = await client('create', ...args);
  const { client_id: id, client_secret: secret } = json as { client_id: string; client_secret: string };
  noteSecret(secret);
  return { id, secret };
}

describe('doorward client', () => {
  it('show prints the registration and what is known of the secrets, never a secret', async () => {
    const { id, secret } = await anApp();
    expect(await shown(id)).toMatchObject({
      client_id: id,
      redirect_uris: ['https://photos.example/cb'],
      status: 'active',
      secrets: [{ hint: secret.slice(-4), current: true, expires_at: null, last_used_at: null }],
    });
    const { exitCode, stdout } = await client('show', id);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Acme Photos\n/);
    expect(stdout).toMatch(/redirect_uris +https:\/\/photos\.example\/cb\n/);
    expect(stdout).not.toContain(secret);
  });

  it('verify, unverify, suspend and reinstate decide about an app; the reason is kept for its owner', async () => {
    const { id } = await anApp();
    expect(await client('verify', id)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('is verified') as string,
    });
    expect(await shown(id)).toMatchObject({ verified: true });
    expect((await client('unverify', id, '--json')).json).toMatchObject({ verified: false });
    expect((await client('suspend', id)).exitCode).toBe(2);
    expect((await client('suspend', id, '--reason', ' ')).exitCode).toBe(2);
    const unasked = await client('suspend', id, '--reason', 'Spam');
    expect([unasked.exitCode, unasked.stderr]).toEqual([2, expect.stringMatching(/can do nothing then.+--yes/)]);
    expect(await shown(id)).toMatchObject({ status: 'active' });
    expect((await client('suspend', id, '--reason', 'Spam', '--yes')).exitCode).toBe(0);
    expect(await shown(id)).toMatchObject({ status: 'suspended', suspended_reason: 'Spam' });
    expect((await client('reinstate', id)).exitCode).toBe(0);
    expect(await shown(id)).toMatchObject({ status: 'active' });
    const { json } = await installation.run(['audit', 'list', '--target', id, '--json']);
    const acts = (json as { action: string }[]).map(({ action }) => action);
    expect(acts.toReversed().slice(1)).toEqual([
      'client.verified',
      'client.unverified',
      'client.suspended',
      'client.reinstated',
    ]);
  });

  it('rotate-secret shows a new secret once; the old one runs out', async () => {
    const { id, secret } = await anApp();
    const { json } = await client('rotate-secret', id, '--overlap', '1', '--json');
    const { client_secret: fresh, previous_secrets_expire_at: others } = json as Record<string, string>;
    expect(Date.parse(others ?? '') - Date.now()).toBeGreaterThan(30 * 60 * 1000);
    noteSecret(fresh);
    expect(fresh).not.toBe(secret);
    const { secrets } = (await shown(id)) as { secrets: { current: boolean; expires_at: string | null }[] };
    expect(secrets.map(({ current, expires_at: end }) => [current, end === null])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect((await client('rotate-secret', id, '--overlap', '721')).exitCode).toBe(2);
    expect((await client('rotate-secret', id, '--overlap', '0')).exitCode).toBe(2);
    expect((await shown(id))['secrets']).toHaveLength(2);
    const { stdout } = await client('rotate-secret', id, '--overlap', '0', '--yes');
    noteSecret(/dws_\S+/.exec(stdout)?.[0]);
    expect((await shown(id))['secrets']).toHaveLength(1);
  });

  it('delete asks first: where nobody can be asked it needs --yes', async () => {
    const { id } = await anApp();
    expect(await client('delete', id)).toMatchObject({ exitCode: 2, stdout: '' });
    expect((await shown(id))['client_id']).toBe(id);
    expect((await client('delete', id, '--yes', '--json')).json).toEqual({ client_id: id, deleted: true });
    expect(await client('show', id)).toMatchObject({ exitCode: 1, stdout: '' });
  });

  it('says what to do when there is no such app', async () => {
    for (const args of [['verify'], ['delete', '--yes'], ['rotate-secret'], ['suspend', '--reason', 'x']]) {
      const { exitCode, stderr } = await client(...args, 'client_nobody');
      expect([exitCode, stderr]).toEqual([1, expect.stringContaining('doorward client list')]);
    }
  });
});
