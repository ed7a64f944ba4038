import type { MailAddress } from './settings.js';
import { VariableFault } from './variable-fault.js';

/** What may stand in a header as it is: no quoting, no comment, no line end. Longer domains than real ones do not matter. */
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}$/;
const NAMED = /^([^<>"\p{Cc}]{0,100}?)\s*<([^<>]+)>$/u;

/**
 * Reads whom mail comes from: an address, or a name with the address in angle brackets (RFC 5322 §3.4).
 * @throws VariableFault
 */
export function parseMailFrom(text: string): MailAddress {
  const [, name = '', bracketed] = NAMED.exec(text.trim()) ?? [];
  const address = bracketed ?? text.trim();
  if (ADDRESS.test(address)) return { name, address };
  throw new VariableFault(`MAIL_FROM is '${text}': set it like Doorward <no-reply@example.com>.`);
}

/** Mail from nobody in particular, at the host of the issuer. */
export function defaultMailFrom(issuer = ''): MailAddress {
  // A faulty port makes a faulty default issuer; the port's own fault is told.
  const host = URL.canParse(issuer) ? new URL(issuer).hostname : 'localhost';
  return { name: 'Doorward', address: `no-reply@${host}` };
}
