import type { ClientMetadataInput } from './client-metadata/metadata-input.js';
import { type JsonObject, member } from './json-value.js';
import { OAuthError } from './oauth-error.js';
import { registrationInput } from './registration-request.js';

/** RFC 7592 §2.2: "The client MUST NOT include" them. */
const NOT_THE_CLIENTS = [
  'registration_access_token',
  'registration_client_uri',
  'client_secret_expires_at',
  'client_id_issued_at',
] as const;

interface Registered {
  readonly clientId: string;
  readonly kind: string;
  /** What it may be registered for. */
  readonly scopes: readonly string[];
}

/**
 * The metadata that an update asks for (RFC 7592 §2.2): all of it anew, nothing is left from before. The kind stays: another one
 * would pass by what was decided for this one (attacks R10, R78).
 * @throws OAuthError `invalid_client_metadata`, `invalid_redirect_uri`
 */
export function updateInput(document: JsonObject, registered: Registered): ClientMetadataInput {
  if (member(document, 'client_id') !== registered.clientId) throw refused('client_id: write the one of this client');
  const foreign = NOT_THE_CLIENTS.find((name) => member(document, name) !== undefined);
  if (foreign !== undefined) throw refused(`${foreign}: leave it out, it is not for the client to say`);
  const input = registrationInput(document, registered.scopes);
  if (input.kind === registered.kind) return input;
  throw refused('the client would become another kind of app: register a new one instead');
}

function refused(description: string): OAuthError {
  return new OAuthError('invalid_client_metadata', description);
}
