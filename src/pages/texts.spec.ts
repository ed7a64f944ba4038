import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { currentLanguage, forReader } from './reader.js';
import { hasText, inLocale, text } from './texts.js';
import { timeText } from './time-text.js';

const title = () => text('login.title');
const use = (locale: string) =>
  inLocale(locale, () => `${text('login.throttled', { count: 2 })}${timeText(new Date(0))}`);

async function later(locale: string): Promise<string[]> {
  await setTimeout(Math.random() * 5);
  return [locale, title()];
}

describe('texts', () => {
  it('are in the language that is nearest to the locale, and in English without one', () => {
    expect(['de', 'de-AT', 'DE-de-x-y'].map((locale) => inLocale(locale, title))).toEqual(Array(3).fill('Anmelden'));
    expect(['xx', '', '../de', undefined].map((locale) => inLocale(locale, title))).toEqual(Array(4).fill('Sign in'));
    expect(title()).toBe('Sign in');
  });

  it('keep the language of their own work while other work waits', async () => {
    const locales = Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? 'de' : 'en'));
    const said = await Promise.all(locales.map((locale) => inLocale(locale, () => later(locale))));
    expect(said).toEqual(locales.map((locale) => [locale, locale === 'de' ? 'Anmelden' : 'Sign in']));
  });

  it('follow a reader whose language becomes known on the way', () => {
    const reader = { language: 'en' };
    const said = forReader(reader, () => {
      const before = text('login.title');
      reader.language = 'de';
      return [before, text('login.title')];
    });
    expect(said).toEqual(['Sign in', 'Anmelden']);
  });

  it('know no key by accident', () => {
    expect(['constructor', 'login.constructor', '__proto__'].map(hasText)).toEqual([false, false, false]);
    expect(() => text('login.nothing')).toThrow("no text 'login.nothing'");
  });

  it('keep nothing of the locales that strangers send (attack R18)', () => {
    use('de-warm');
    const before = heapInUse();
    for (let count = 0; count < 100_000; count += 1) inLocale(`x${count}-y${count}`, () => currentLanguage());
    for (let count = 0; count < 1_000; count += 1) use(`de-${count}`);
    expect(heapInUse() - before).toBeLessThan(4 * 1024 * 1024);
  }, 60_000);
});

/** Bytes that are left after everything that nobody holds is gone. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
