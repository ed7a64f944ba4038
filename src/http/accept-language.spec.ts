import { describe, expect, it } from 'vitest';
import { acceptedLanguages } from './accept-language.js';

describe('RFC 9110 §12.5.4 Accept-Language', () => {
  it.each<[string | undefined, string[]]>([
    [undefined, []],
    ['', []],
    ['de', ['de']],
    ['de-AT,de;q=0.9,en;q=0.8', ['de-AT', 'de', 'en']],
    ['en;q=0.8, de', ['de', 'en']],
    ['en;q=0.5,de;q=0.5', ['en', 'de']],
    ['fr;q=0,en', ['en']],
    ['fr;q=0.000, en ; q=0.1', ['en']],
    ['*', []],
    ['*;q=0.1,de', ['de']],
    ['de;q=2,en', ['en']],
    ['de;q=-1,<script>,en;level=1,fr', ['fr']],
    [',,;,de', ['de']],
  ])('reads %j as %j', (header, languages) => {
    expect(acceptedLanguages(header)).toEqual(languages);
  });

  it('looks at the beginning of a long one only (attack A42)', () => {
    expect(acceptedLanguages(`${'fr,'.repeat(100_000)}de`)).toHaveLength(20);
    expect(acceptedLanguages('x'.repeat(1_000_000))).toEqual([]);
  });
});
