import { describe, expect, it } from 'vitest';
import { AnswerCache } from './answer-cache.js';
import type { OutboundAnswer } from './outbound-answer.js';

const answer = (cacheControl = '', status = 200): OutboundAnswer => ({
  status,
  contentType: '',
  cacheControl,
  body: Buffer.alloc(0),
});

describe('kept answers', () => {
  let now = 0;
  let fetched = 0;
  const gives = (value: OutboundAnswer) => async () => {
    fetched += 1;
    return value;
  };
  const fails = async () => {
    fetched += 1;
    throw new Error('away');
  };
  const start = () => {
    now = 0;
    fetched = 0;
    return new AnswerCache(() => now);
  };

  it.each([
    ['', 300],
    ['max-age=120', 120],
    ['public, MAX-AGE="120"', 120],
    ['max-age=0', 60],
    ['no-store', 60],
    ['max-age=999999', 900],
    ['max-age=-1', 300],
  ])('RFC 9111 §5.2.2 "%s" is kept for %d seconds: what it says, within bounds', async (header, seconds) => {
    const cache = start();
    await cache.get('a', gives(answer(header)));
    now = seconds * 1000 - 1;
    await cache.get('a', gives(answer()));
    expect(fetched).toBe(1);
    now += 1;
    await cache.get('a', gives(answer()));
    expect(fetched).toBe(2);
  });

  it('requests at one time are one request', async () => {
    const cache = start();
    await Promise.all([cache.get('a', gives(answer())), cache.get('a', gives(answer()), 'renew')]);
    expect(fetched).toBe(1);
  });

  it('a failure is kept for a moment, so that strangers cannot cause one attempt each', async () => {
    const cache = start();
    await expect(cache.get('a', fails)).rejects.toThrow('away');
    await expect(cache.get('a', fails)).rejects.toThrow('away');
    expect(fetched).toBe(1);
    now = 10_000;
    await expect(cache.get('a', gives(answer()))).resolves.toEqual(answer());
  });

  it('when only failures are to be kept, an answer is shared while it is under way, and fetched again afterwards', async () => {
    const cache = start();
    const read = () => cache.get('a', gives(answer()), 'failures');
    await Promise.all([read(), read()]);
    expect(fetched).toBe(1);
    await read();
    expect(fetched).toBe(2);
    await expect(cache.get('b', fails, 'failures')).rejects.toThrow('away');
    await expect(cache.get('b', fails, 'failures')).rejects.toThrow('away');
    expect(fetched).toBe(3);
  });

  it('a renewal that fails takes nothing away', async () => {
    const cache = start();
    const good = answer();
    await cache.get('a', gives(good));
    await expect(cache.get('a', fails, 'renew')).rejects.toThrow('away');
    await cache.get('a', gives(answer('', 503)), 'renew');
    expect(await cache.get('a', fails)).toBe(good);
  });

  it('holds so many and no more', async () => {
    const cache = start();
    for (let key = 0; key <= 250; key += 1) await cache.get(String(key), gives(answer()));
    expect(fetched).toBe(251);
    await cache.get('250', gives(answer()));
    expect(fetched).toBe(251);
    await cache.get('0', gives(answer()));
    expect(fetched).toBe(252);
  });
});
