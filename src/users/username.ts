import { countCodePoints } from './code-points.js';

/*
 * User names are compared by a key that is computed in one place, once (attack R63): sign-up, login and the
 * command line can never disagree about which name is whose.
 */

const MIN_LENGTH = 3;
const MAX_LENGTH = 64;
const MAX_KEY_LENGTH = 128;

/** Letters, marks and digits with `.`, `_`, `-` inside; no space, no `@`, so a name never looks like an address. */
const SHAPE = /^[\p{L}\p{Nd}](?:[\p{L}\p{M}\p{Nd}._-]*[\p{L}\p{M}\p{Nd}])?$/u;

/** Characters that are drawn as nothing, some of which count as letters (Hangul fillers). */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

/** Alphabets with letters that look like another's: `а` (Cyrillic) and `a` (Latin). At most one stands in a name. */
const LOOKALIKE_ALPHABETS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
  /\p{Script=Lisu}/u,
];

/** The name as it is kept and shown: NFKC, so that full-width or ligature letters become plain ones. */
export function normaliseUsername(typed: string): string {
  return typed.trim().normalize('NFKC');
}

/**
 * What uniqueness and login compare: the name without case. Upper-casing first folds `ß` to `ss` and the final
 * sigma to the plain one, as Unicode's full case folding does (Unicode 3.13).
 */
export function usernameKey(typed: string): string {
  return normaliseUsername(typed).toUpperCase().toLowerCase().normalize('NFKC').replaceAll('ς', 'σ');
}

/** Whether a normalised name can be taken. */
export function isUsername(name: string): boolean {
  const length = countCodePoints(name);
  return (
    length >= MIN_LENGTH &&
    length <= MAX_LENGTH &&
    countCodePoints(usernameKey(name)) <= MAX_KEY_LENGTH &&
    SHAPE.test(name) &&
    !INVISIBLE.test(name) &&
    LOOKALIKE_ALPHABETS.filter((alphabet) => alphabet.test(name)).length <= 1
  );
}
