import type { MarkedText } from '../pages/authorize-error/authorize-error.page.js';

/** Two texts with what lies between their common beginning and their common end marked. */
export interface Difference {
  readonly first: MarkedText;
  readonly second: MarkedText;
  /** How many characters they share. */
  readonly shared: number;
}

/** Compares two texts character by character, so that a person sees which ones differ. */
export function markedDifference(first: string, second: string): Difference {
  const [a, b] = [Array.from(first), Array.from(second)];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return { first: marked(a, start, end), second: marked(b, start, end), shared: start + end };
}

function marked(characters: readonly string[], start: number, end: number): MarkedText {
  const split = characters.length - end;
  return [
    { text: characters.slice(0, start).join(''), isDifferent: false },
    { text: characters.slice(start, split).join(''), isDifferent: true },
    { text: characters.slice(split).join(''), isDifferent: false },
  ].filter(({ text }) => text !== '');
}
