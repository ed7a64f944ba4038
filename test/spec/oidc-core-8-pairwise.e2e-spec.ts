import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.setup.js';
import { Settings } from '../../src/config/settings.js';
import type { SubjectClient } from '../../src/protocol/subject.js';
import { Subjects } from '../../src/token/subjects.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { recordedLog } from '../support/leak-scan.js';

let served: TestApp;
beforeAll(async () => {
  served = await startApp();
});
afterAll(() => served.close());

const pairwise = (...redirectUris: string[]): SubjectClient => ({
  redirectUris,
  metadata: { subject_type: 'pairwise' },
});
const ask = () => subjects().of(pairwise('https://a.example/cb'), 'u1');
const subjects = () => served.app.get(Subjects);

describe('OpenID Connect Core §8.1 the salt of pairwise subjects', () => {
  it('is made once although many need it at once, and read once by each process', async () => {
    const { all } = await served.statements.during(async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, ask));
      expect(new Set(answers).size).toBe(1);
    });
    expect(all).toHaveLength(2);
    const later = await served.statements.during(ask);
    expect(later.all).toEqual([]);
  });

  it('is the same in every process, also after SECRET_KEY was rotated, and is stored sealed', async () => {
    const subject = await ask();
    const rotated = Object.assign(new Settings(), served.settings, {
      secretKeys: [randomBytes(32), ...served.settings.secretKeys],
    });
    const other = await createApp(rotated, { logDestination: recordedLog() });
    try {
      expect(await other.get(Subjects).of(pairwise('https://a.example/other'), 'u1')).toBe(subject);
    } finally {
      await other.close();
    }
    const rows = await served.source.query<{ value: string }[]>('SELECT value FROM installation_secrets');
    expect(rows).toEqual([{ value: expect.stringMatching(/^v1\./) }]);
  });

  it('is never replaced when its key is gone: another salt would make strangers of everyone', async () => {
    const foreign = Object.assign(new Settings(), served.settings, { secretKeys: [randomBytes(32)] });
    const other = await createApp(foreign, { logDestination: recordedLog() });
    try {
      await expect(other.get(Subjects).of(pairwise('https://a.example/cb'), 'u1')).rejects.toThrow('SECRET_KEY');
    } finally {
      await other.close();
    }
  });
});
