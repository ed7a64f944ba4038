import { domainToASCII } from 'node:url';

const MAX_LENGTH = 254;
const MAX_LOCAL_LENGTH = 64;

/** RFC 5321 §4.1.2 `Dot-string`, ASCII only: look-alike letters in front of the @ cannot imitate another address. */
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** What may stand in a domain before Punycode; a URL parser would cut off or decode the rest and change the address. */
const TYPED_DOMAIN = /^[\p{L}\p{M}\p{Nd}.。-]+$/u;

/**
 * The address as it is kept: NFKC first, so that what is checked is what is used (attack R88), the domain in lower
 * case and Punycode (RFC 5891 §4.4), the part before the @ as it was typed. Not yet checked.
 */
export function normaliseEmail(typed: string): string {
  const text = typed.trim().normalize('NFKC');
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1);
  if (at === -1 || !TYPED_DOMAIN.test(domain)) return text;
  return `${text.slice(0, at)}@${domainToASCII(domain)}`;
}

/** What uniqueness and login compare: no provider tells `Ada@` from `ada@`. */
export function emailKey(typed: string): string {
  return normaliseEmail(typed).toLowerCase();
}

/** Whether a normalised address has a form that mail can be sent to. IP literals and bare host names do not count. */
export function isEmail(address: string): boolean {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  return (
    address.length <= MAX_LENGTH &&
    local.length <= MAX_LOCAL_LENGTH &&
    LOCAL.test(local) &&
    DOMAIN.test(address.slice(at + 1))
  );
}
