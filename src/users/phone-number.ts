import { parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * A phone number in E.164 (`+` and at most 15 digits) from what a person typed with country code: spaces, hyphens,
 * brackets and a leading `00` are fine.
 * @returns undefined when no such number exists
 */
export function phoneNumberE164(typed: string): string | undefined {
  const international = typed.trim().normalize('NFKC').replace(/^00/, '+');
  if (!/^\+[\d\s()./-]{3,40}$/.test(international)) return undefined;
  const number = parsePhoneNumberFromString(international);
  return number?.isPossible() === true ? number.number : undefined;
}
