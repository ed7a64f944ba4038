export type UriFaultCode =
  | 'not_used'
  | 'empty'
  | 'too_long'
  | 'whitespace'
  | 'control_character'
  | 'non_ascii'
  | 'backslash'
  | 'fragment'
  | 'wildcard'
  | 'character'
  | 'percent_encoding'
  | 'relative'
  | 'scheme'
  | 'slashes'
  | 'userinfo'
  | 'host'
  | 'port'
  | 'http_not_loopback'
  | 'dot_segment'
  | 'reserved_parameter'
  | 'normal_form';

/** Why an address is refused, in a sentence that says what to do, and which of its characters are wrong. */
export interface UriFault {
  readonly code: UriFaultCode;
  readonly message: string;
  /** The first wrong character, 0-based, in UTF-16 units like all indices of strings. */
  readonly index: number;
  /** How many characters are wrong: at least one, unless there is none at all. */
  readonly length: number;
}

/** A fault for the rules to return; a `length` of 0 says that something is missing at `index`. */
export function uriFault(code: UriFaultCode, message: string, index: number, length: number): UriFault {
  return { code, message, index, length };
}
