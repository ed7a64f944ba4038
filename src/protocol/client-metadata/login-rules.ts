import { ACR_VALUES } from '../acr.js';
import { APP_KIND_RULES } from '../grant-types.js';
import { fault, listOf, type MemberRule, oneOf } from './member-rule.js';

const TEN_YEARS = 10 * 365 * 24 * 60 * 60;
const MAX_CONTACTS = 10;
const MAX_ADDRESS = 254;

/** OpenID Connect Registration §2 `application_type`: it must say what the kind of the app says. */
export const applicationType: MemberRule = (value, { kind }) => {
  const expected = APP_KIND_RULES[kind].mayUseCustomScheme ? 'native' : 'web';
  return value === expected ? [] : fault(`Write ${expected}: this is what the app is registered as.`);
};

export const defaultMaxAge: MemberRule = (value) => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= TEN_YEARS) return [];
  return fault('Write a whole number of seconds, 0 or more.');
};

export const defaultAcrValues: MemberRule = listOf(oneOf(ACR_VALUES), ACR_VALUES.length);

/** E-mail addresses of those responsible (RFC 7591 §2 `contacts`). Shown to administrators, never written to. */
export const contacts: MemberRule = listOf((value) => {
  const isAddress =
    typeof value === 'string' && value.length <= MAX_ADDRESS && /^[^\s\p{C}@<>"]+@[^\s\p{C}@<>"]+$/u.test(value);
  return isAddress ? [] : fault('Write an e-mail address, like dev@app.example.');
}, MAX_CONTACTS);
