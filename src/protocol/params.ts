import { OAuthError } from './oauth-error.js';

/** Parameters by name, one value each, without a prototype: a missing one is `undefined`, whatever its name. */
export type Params = Readonly<Record<string, string>>;

export interface ParsedParams {
  /** Parameters that may stand once. */
  readonly values: Params;
  /** Every value of each repeatable parameter that was sent, in order. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

export interface ParamsOptions {
  /** Names that may stand several times; they are found in `lists`, never in `values`. */
  readonly repeatable?: readonly string[];
  /** How many parameters at most. */
  readonly maxParams?: number;
  /** How many characters in all, as they were sent. */
  readonly maxLength?: number;
  /** Whether values may hold tabs and line breaks: text areas of pages do, protocol parameters never. */
  readonly allowLineBreaks?: boolean;
}

const MAX_PARAMS = 100;
const MAX_LENGTH = 65_536;

/**
 * Reads `application/x-www-form-urlencoded` text, a query or a body, strictly: what two readers could read
 * differently is refused (attacks A41, R12).
 * @throws OAuthError `invalid_request`
 */
export function parseParams(encoded: string, options: ParamsOptions = {}): ParsedParams {
  const { repeatable = [], allowLineBreaks = false } = options;
  const values = nullPrototype<string>();
  const lists = nullPrototype<string[]>();
  const seen = new Set<string>();
  for (const pair of splitPairs(encoded, options)) {
    const { name, value } = decodePair(pair, allowLineBreaks);
    const isRepeatable = repeatable.includes(name);
    // RFC 6749 §3.1, §3.2: a parameter must not stand more than once. One that is empty still stands there.
    if (seen.has(name) && !isRepeatable) throw malformed(`${nameable(name)} is repeated`);
    seen.add(name);
    // RFC 6749 §3.1, §3.2: a parameter without a value counts as omitted.
    if (value === '') continue;
    if (isRepeatable) (lists[name] ??= []).push(value);
    else values[name] = value;
  }
  return { values, lists };
}

/** The limits come first, so that nothing long is decoded or split (attack A42). */
function splitPairs(encoded: string, { maxParams = MAX_PARAMS, maxLength = MAX_LENGTH }: ParamsOptions): string[] {
  if (encoded.length > maxLength) throw malformed('the parameters are too long');
  const pairs = encoded.split('&', maxParams + 1);
  if (pairs.length > maxParams) throw malformed('there are too many parameters');
  return pairs.filter((pair) => pair !== '');
}

function decodePair(pair: string, allowLineBreaks: boolean): { name: string; value: string } {
  const equals = pair.includes('=') ? pair.indexOf('=') : pair.length;
  const name = formDecode(pair.slice(0, equals));
  const value = formDecode(pair.slice(equals + 1));
  if (name === undefined || value === undefined) throw malformed('a parameter is not percent-encoded UTF-8');
  if (name === '') throw malformed('a parameter has no name');
  if (hasControl(name) || hasControl(allowLineBreaks ? value.replaceAll(/[\t\r\n]/g, '') : value)) {
    throw malformed('a parameter holds control characters');
  }
  return { name, value };
}

/**
 * Decodes one form-urlencoded name or value: `+` is a space, `%XX` a byte of UTF-8 (WHATWG URL §5.1, but strict).
 * @returns undefined when the text is no such encoding
 */
export function formDecode(text: string): string | undefined {
  // A body was read as UTF-8 before: bytes that are none have become U+FFFD.
  if (text.includes('\uFFFD') || !text.isWellFormed()) return undefined;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

/** Names in a description are those of parameters that a developer can recognise, not whatever was sent. */
function nameable(name: string): string {
  return /^[a-z_]{1,40}$/.test(name) ? `the parameter ${name}` : 'a parameter';
}

function malformed(description: string): OAuthError {
  return new OAuthError('invalid_request', description);
}

/** An object for names that strangers choose: `__proto__` is a name like any other. */
function nullPrototype<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}
