import { parseOptions } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { PasswordHasher, PasswordQueueFullError } from './password-hash.js';

const hasher = new PasswordHasher({ concurrency: 2, maxQueue: 100 });

/** The quickest of several runs: what the work costs without the machine's noise. */
async function leastMilliseconds(work: () => Promise<unknown>): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < 7; run += 1) {
    const start = performance.now();
    await work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

describe('password hashes', () => {
  it('are Argon2id with 19 MiB, two passes and one lane (RFC 9106)', async () => {
    const phc = await hasher.hash('correct horse');
    expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(parseOptions(phc)).toMatchObject({
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
      outputLen: 32,
      saltLen: 16,
    });
  });

  it('differ for the same password, and verify it alone', async () => {
    const [one, other] = await Promise.all([hasher.hash('correct horse'), hasher.hash('correct horse')]);
    expect(one).not.toBe(other);
    await expect(hasher.verify(one, 'correct horse')).resolves.toBe(true);
    await expect(hasher.verify(other, 'correct horse')).resolves.toBe(true);
    for (const wrong of ['', 'correct hors', 'correct horse ', 'Correct horse', 'correct horse\0']) {
      await expect(hasher.verify(one, wrong)).resolves.toBe(false);
    }
  });

  it('use every character of a long password', async () => {
    const long = 'x'.repeat(1_000);
    const phc = await hasher.hash(`${long}a`);
    await expect(hasher.verify(phc, `${long}a`)).resolves.toBe(true);
    await expect(hasher.verify(phc, `${long}b`)).resolves.toBe(false);
  });

  it('are the same for both spellings of an accent (RFC 8265 §4.2.2)', async () => {
    const phc = await hasher.hash('caf\u00e9 cr\u00e8me');
    await expect(hasher.verify(phc, 'cafe\u0301 cre\u0300me')).resolves.toBe(true);
  });

  it('of nobody verify no password, at the price of a real one', async () => {
    for (const password of ['', 'x', 'no user has this password', '\0'.repeat(32)]) {
      await expect(hasher.verify(null, password)).resolves.toBe(false);
    }
    const phc = await hasher.hash('right');
    const real = await leastMilliseconds(() => hasher.verify(phc, 'wrong'));
    const nobody = await leastMilliseconds(() => hasher.verify(null, 'wrong'));
    expect(nobody / real).toBeGreaterThan(0.5);
    expect(nobody / real).toBeLessThan(2);
  });

  it('are made anew when their parameters are not those of today', async () => {
    const phc = await hasher.hash('x');
    expect(hasher.needsRehash(phc)).toBe(false);
    expect(hasher.needsRehash(phc.replace('m=19456', 'm=4096'))).toBe(true);
    expect(hasher.needsRehash(phc.replace('t=2', 't=1'))).toBe(true);
    expect(hasher.needsRehash(phc.replace('argon2id', 'argon2i'))).toBe(true);
    expect(hasher.needsRehash('$2b$12$abcdefghijklmnopqrstuv')).toBe(true);
  });

  it('wait in a bounded queue: what is beyond it is refused at once, what is within it is served', async () => {
    const small = new PasswordHasher({ concurrency: 1, maxQueue: 2 });
    const accepted = [small.hash('a'), small.hash('b'), small.verify(null, 'c')];
    await expect(small.hash('d')).rejects.toThrow(PasswordQueueFullError);
    await expect(small.verify(null, 'e')).rejects.toThrow(PasswordQueueFullError);
    await expect(Promise.all(accepted)).resolves.toHaveLength(3);
    await expect(small.hash('f')).resolves.toContain('$argon2id$');
  });

  it('need no queue while there is a free place', async () => {
    const eager = new PasswordHasher({ concurrency: 1, maxQueue: 0 });
    const first = eager.hash('a');
    await expect(eager.hash('b')).rejects.toThrow(PasswordQueueFullError);
    await expect(first).resolves.toContain('$argon2id$');
    await expect(eager.hash('c')).resolves.toContain('$argon2id$');
  });

  it('leave their place in the queue when they fail', async () => {
    const small = new PasswordHasher({ concurrency: 1, maxQueue: 0 });
    await expect(small.verify('no PHC string', 'x')).rejects.toThrow(Error);
    await expect(small.hash('x')).resolves.toContain('$argon2id$');
  });
});
