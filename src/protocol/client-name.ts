/** As wide as its column. */
const MAX_LENGTH = 100;

/**
 * What no name may hold: controls, formats (direction marks, zero-width letters), halves of characters, letters that
 * are drawn as nothing, and stacks of accents that cover the lines above and below.
 */
const MISLEADING = /[\p{C}\p{Zl}\p{Zp}\u2800\u3164\uFFA0]|\u115F|\u1160|\u17B4|\u17B5|\p{M}{4,}/u;

/** A client's name as it is stored: composed, without spaces around it and with single ones within. */
export function tidyClientName(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
}

/**
 * Judges a tidy `client_name` (RFC 7591 §2). It stands on the consent page, where a person decides by it (attack A23).
 * @returns a sentence that says what to do, or undefined
 */
export function clientNameFault(name: string): string | undefined {
  if (name === '') return 'Give the app the name that people know it by.';
  if (name.length > MAX_LENGTH) return `Shorten the name to at most ${MAX_LENGTH} characters.`;
  if (MISLEADING.test(name)) return 'Remove the invisible characters and stacked accents from the name.';
  return /[\p{L}\p{N}]/u.test(name) ? undefined : 'Give the app a name with at least one letter or digit.';
}
