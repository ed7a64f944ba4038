import { type JsonObject, member } from '../json-value.js';
import { OPENID_MEMBERS } from './member-rules.js';
import type { OpenIdMembersInput } from './metadata-input.js';

/** The members of a document that are judged by the rules of this folder, `client_name#de` and the like among them. */
export function pickOpenIdMembers(document: JsonObject): OpenIdMembersInput {
  const known = OPENID_MEMBERS.filter((name) => member(document, name) !== undefined);
  const localized = Object.keys(document).filter((name) => name.includes('#'));
  return Object.fromEntries([...known, ...localized].map((name) => [name, member(document, name)]));
}
