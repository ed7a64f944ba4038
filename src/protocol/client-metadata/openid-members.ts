import { DEFAULT_CONTENT_ENCRYPTION_ALG } from '../jose-algs.js';
import type { OpenIdClientMetadata } from '../openid-client-metadata.js';
import { tidyKeySet } from './key-set.js';
import { readLocalized } from './localized-members.js';
import type { AboutClient } from './member-rule.js';
import { MEMBER_RULES, OPENID_MEMBERS } from './member-rules.js';
import type { MetadataFault, OpenIdMember, OpenIdMembersInput, ValueFault } from './metadata-input.js';
import { TOGETHER } from './together.js';

/** What is asked for besides the members that have columns of their own. */
export interface ReadMembers {
  readonly openid: OpenIdClientMetadata;
  readonly faults: readonly MetadataFault[];
}

/**
 * Reads the members of OpenID Connect Registration §2 and its relatives. Unknown ones are ignored (RFC 7591 §2), a null
 * counts as left out (RFC 7592 §2.2).
 */
export function readOpenIdMembers(input: OpenIdMembersInput, about: AboutClient & { authMethod: string }): ReadMembers {
  const given = OPENID_MEMBERS.filter((name) => Object.hasOwn(input, name) && isGiven(input[name]));
  const { localized, faults: localizedFaults } = readLocalized(input);
  const faults = given.flatMap((field) =>
    MEMBER_RULES[field](input[field], about).map((found) => atField(found, field)),
  );
  if (faults.length > 0 || localizedFaults.length > 0) return { openid: {}, faults: [...faults, ...localizedFaults] };
  const members: OpenIdClientMetadata = Object.fromEntries(given.map((name) => [name, input[name]]));
  const openid = { ...completed(members), ...(Object.keys(localized).length > 0 && { localized }) };
  return { openid, faults: TOGETHER.flatMap((rule) => rule({ ...about, openid }) ?? []) };
}

function atField(found: ValueFault, field: OpenIdMember): MetadataFault {
  return { ...found, field };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** With what follows from other members. */
function completed(members: OpenIdClientMetadata): OpenIdClientMetadata {
  const enc = DEFAULT_CONTENT_ENCRYPTION_ALG;
  return {
    ...(members.id_token_encrypted_response_alg !== undefined && { id_token_encrypted_response_enc: enc }),
    ...(members.userinfo_encrypted_response_alg !== undefined && { userinfo_encrypted_response_enc: enc }),
    ...members,
    ...(members.jwks !== undefined && { jwks: tidyKeySet(members.jwks) }),
  };
}
