import { uriFault, type UriFault, type UriFaultCode } from './uri-fault.js';
import type { UriParts } from './uri-parts.js';

const MAX_LENGTH = 2_000;

interface CharacterRule {
  readonly code: UriFaultCode;
  readonly pattern: RegExp;
  readonly message: (found: string) => string;
}

/** What must stand nowhere in an address, in the order in which a person would want to hear about it. */
const CHARACTER_RULES: readonly CharacterRule[] = [
  {
    code: 'control_character',
    pattern: /(?![\t\r\n])[\p{Cc}\p{Cf}\p{Cs}]+/u,
    message: () => 'Remove the invisible character here.',
  },
  {
    code: 'whitespace',
    pattern: /\s+/,
    message: () => 'Remove the space or line break here, or write a space as %20.',
  },
  {
    code: 'non_ascii',
    pattern: /[^\x21-\x7e]+/,
    message: (found) => `Write '${found}' in plain ASCII: in the host its 'xn--' form, elsewhere percent-encoded.`,
  },
  // Browsers read it as a slash, other programs do not: `https://evil.example\@app.example`.
  { code: 'backslash', pattern: /\\/, message: () => "Write '/' instead of the backslash." },
  // RFC 6749 §3.1.2: "The endpoint URI MUST NOT include a fragment component."
  {
    code: 'fragment',
    pattern: /#.*/,
    message: () => "Remove the '#' and what follows it: the address has no fragment.",
  },
  // RFC 9700 §4.1.3: compared exactly, so that a pattern would match nothing but itself.
  {
    code: 'wildcard',
    pattern: /\*/,
    message: () => "Write each address in full instead of '*': addresses are compared exactly.",
  },
  // RFC 3986 §2: neither reserved nor unreserved.
  { code: 'character', pattern: /["<>^`{|}]/, message: (found) => `Remove '${found}', or percent-encode it.` },
  // RFC 3986 §2.1.
  {
    code: 'percent_encoding',
    pattern: /%(?![0-9A-Fa-f]{2})/,
    message: () => "Write two hexadecimal digits after '%', or '%25' for the sign itself.",
  },
  {
    code: 'percent_encoding',
    pattern: /%(?:[01][0-9A-F]|7F)/i,
    message: (found) => `Remove '${found}': it encodes a control character.`,
  },
];

/** Judges length and characters, before anything else looks at the parts. */
export function checkCharacters({ uri }: UriParts): UriFault | undefined {
  if (uri === '') return uriFault('empty', 'Write an address, like https://app.example/callback.', 0, 0);
  if (uri.length > MAX_LENGTH) {
    const message = `Shorten the address to at most ${MAX_LENGTH} characters.`;
    return uriFault('too_long', message, MAX_LENGTH, uri.length - MAX_LENGTH);
  }
  for (const { code, pattern, message } of CHARACTER_RULES) {
    const match = pattern.exec(uri);
    if (match !== null) return uriFault(code, message(match[0]), match.index, match[0].length);
  }
  return checkEncodedText(uri);
}

/** RFC 3986 §2.5: percent-encoded text is UTF-8; anything else reads differently from program to program. */
function checkEncodedText(uri: string): UriFault | undefined {
  for (const { 0: octets, index } of uri.matchAll(/(?:%[0-9A-F]{2})+/gi)) {
    try {
      decodeURIComponent(octets);
    } catch {
      return uriFault('percent_encoding', `Write UTF-8: '${octets}' is none.`, index, octets.length);
    }
  }
  return undefined;
}
