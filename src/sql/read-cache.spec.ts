import { beforeEach, describe, expect, it } from 'vitest';
import { ReadCache } from './read-cache.js';

interface Value {
  readonly name: string;
}

let now = 0;
let reads: string[] = [];
let cache: ReadCache<Value>;

const get = (key: string, value: Value | undefined = { name: key }) =>
  cache.get(key, async () => {
    reads.push(key);
    return value;
  });

beforeEach(() => {
  now = 0;
  reads = [];
  cache = new ReadCache<Value>(() => now);
});

describe('client cache', () => {
  it('serves a value for less than a second without another read', async () => {
    await get('a');
    now = 999;
    expect(await get('a', { name: 'newer' })).toEqual({ name: 'a' });
    expect(reads).toEqual(['a']);
  });

  it('reads again after a second', async () => {
    await get('a');
    now = 1_000;
    expect(await get('a', { name: 'newer' })).toEqual({ name: 'newer' });
  });

  it('counts the age from when the read began', async () => {
    const slow = cache.get('a', async () => {
      now = 900;
      return { name: 'old' };
    });
    await slow;
    now = 1_000;
    expect(await get('a', { name: 'newer' })).toEqual({ name: 'newer' });
  });

  it('makes one read of many at once', async () => {
    await Promise.all([get('a'), get('a'), get('a')]);
    expect(reads).toEqual(['a']);
  });

  it('reads again at once after a change', async () => {
    await get('a');
    cache.forget('a');
    expect(await get('a', { name: 'newer' })).toEqual({ name: 'newer' });
  });

  it('does not keep a read that a change overtook', async () => {
    const gate = Promise.withResolvers<Value>();
    const overtaken = cache.get('a', () => gate.promise);
    cache.forget('a');
    gate.resolve({ name: 'old' });
    await overtaken;
    expect(await get('a', { name: 'newer' })).toEqual({ name: 'newer' });
  });

  it('keeps the newer read when an overtaken one ends later', async () => {
    const gate = Promise.withResolvers<Value>();
    const overtaken = cache.get('a', () => gate.promise);
    cache.forget('a');
    await get('a', { name: 'newer' });
    gate.resolve({ name: 'old' });
    await overtaken;
    expect(await get('a', { name: 'third' })).toEqual({ name: 'newer' });
  });

  it('does not keep what does not exist', async () => {
    expect(await cache.get('a', async () => undefined)).toBeUndefined();
    expect(await get('a')).toEqual({ name: 'a' });
  });

  it('does not keep a failed read', async () => {
    const failing = cache.get('a', () => Promise.reject(new Error('away')));
    await expect(failing).rejects.toThrow('away');
    expect(await get('a')).toEqual({ name: 'a' });
  });

  it('keeps a thousand values and drops the oldest first', async () => {
    for (let index = 0; index <= 1_000; index += 1) await get(`key-${index}`);
    reads = [];
    await get('key-1');
    await get('key-0');
    expect(reads).toEqual(['key-0']);
  });
});
