import type { AppKind } from '../grant-types.js';
import type { UriFault } from '../uri-fault.js';
import type { ValueFault } from './metadata-input.js';

/** What of the client a rule for one member may ask about. */
export interface AboutClient {
  readonly kind: AppKind;
  readonly redirectUris: readonly string[];
}

/** Judges one value. @returns every fault; none when the value may be kept */
export type MemberRule = (value: unknown, about: AboutClient) => readonly ValueFault[];

/** A rule for a value that is wrong as a whole. */
export function fault(message: string): readonly ValueFault[] {
  return [{ message }];
}

/** The value must be one of a list. */
export function oneOf(allowed: readonly string[]): MemberRule {
  return (value) => (allowed.some((one) => one === value) ? [] : fault(`Choose one of ${allowed.join(', ')}.`));
}

export const flag: MemberRule = (value) => (typeof value === 'boolean' ? [] : fault('Write true or false.'));

/** A text of printable characters. */
export function label(maxLength: number): MemberRule {
  return (value) => {
    if (typeof value !== 'string' || value === '') return fault('Write a text, or leave it out.');
    if (value.length > maxLength) return fault(`Shorten it to at most ${maxLength} characters.`);
    return /[\p{C}\p{Zl}\p{Zp}]/u.test(value) ? fault('Remove the invisible characters.') : [];
  };
}

/** An address, judged by one of the linters of addresses. */
export function uri(lint: (uri: string, about: AboutClient) => UriFault | null): MemberRule {
  return (value, about) => {
    if (typeof value !== 'string') return fault('Write an address as text.');
    const found = lint(value, about);
    return found === null ? [] : [{ message: found.message, index: found.index, length: found.length }];
  };
}

function onItem(found: ValueFault, item: number): ValueFault {
  return { ...found, item };
}

/** A list of texts without repeats, each judged by the same rule. */
export function listOf(rule: MemberRule, most: number): MemberRule {
  return (values, about) => {
    if (!Array.isArray(values)) return fault('Write a list.');
    if (values.length > most) return fault(`Give at most ${most}.`);
    return values.flatMap((value: unknown, item) => {
      if (values.indexOf(value) !== item) return [{ message: 'Remove this one: it is in the list twice.', item }];
      return rule(value, about).map((found) => onItem(found, item));
    });
  };
}
