import type { OpenIdMembersInput } from '../protocol/client-metadata/metadata-input.js';
import { pickOpenIdMembers } from '../protocol/client-metadata/pick-members.js';
import type { JsonObject } from '../protocol/json-value.js';
import { OAuthError } from '../protocol/oauth-error.js';
import { parseStrictJson } from '../protocol/strict-json.js';
import { usageFailure } from './command-failure.js';
import { readTextFile } from './text-file.js';

/**
 * The members of the standards that have no option of their own, from a JSON file.
 * @throws CommandFailure for a file that cannot be read, and for members that would be passed over
 */
export function readMetadataFile(path: string): OpenIdMembersInput {
  const document = parsed(path);
  const members = pickOpenIdMembers(document);
  const others = Object.keys(document).filter((name) => !Object.hasOwn(members, name));
  if (others.length === 0) return members;
  throw usageFailure(`--metadata: take ${others.join(', ')} out: it is unknown, or has an option of its own.`);
}

function parsed(path: string): JsonObject {
  const text = readTextFile(path);
  try {
    return parseStrictJson(text);
  } catch (cause) {
    if (!(cause instanceof OAuthError)) throw cause;
    throw usageFailure(`--metadata: give a JSON file with one object: ${cause.description}.`);
  }
}
