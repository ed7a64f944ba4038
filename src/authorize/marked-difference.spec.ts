import { describe, expect, it } from 'vitest';
import type { MarkedText } from '../pages/authorize-error/authorize-error.page.js';
import { markedDifference } from './marked-difference.js';

/** The text with its marked parts in brackets. */
const shown = (text: MarkedText) =>
  text.map(({ text: part, isDifferent }) => (isDifferent ? `[${part}]` : part)).join('');

describe('marked difference', () => {
  it.each([
    ['https://a.example/cb', 'https://a.example/cb', 'https://a.example/cb', 'https://a.example/cb'],
    ['https://a.example/cb/', 'https://a.example/cb', 'https://a.example/cb[/]', 'https://a.example/cb'],
    ['http://a.example/cb', 'https://a.example/cb', 'http://a.example/cb', 'http[s]://a.example/cb'],
    ['https://a.example/Cb', 'https://a.example/cb', 'https://a.example/[C]b', 'https://a.example/[c]b'],
    ['https://x.example/', 'https://y.example/', 'https://[x].example/', 'https://[y].example/'],
    ['', 'abc', '', '[abc]'],
    ['aa', 'a', 'a[a]', 'a'],
    ['a😀b', 'a😁b', 'a[😀]b', 'a[😁]b'],
  ])('%s and %s', (first, second, expectedFirst, expectedSecond) => {
    const difference = markedDifference(first, second);
    expect([shown(difference.first), shown(difference.second)]).toEqual([expectedFirst, expectedSecond]);
  });

  it('counts what is shared, to find the closest one', () => {
    expect(markedDifference('https://a.example/cb', 'https://a.example/cb/').shared).toBe(20);
    expect(markedDifference('abc', 'xyz').shared).toBe(0);
  });
});
