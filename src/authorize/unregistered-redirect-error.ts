import type { RegisteredClient } from '../clients/registered-client.js';
import { OAuthError } from '../protocol/oauth-error.js';

/** A known app with an address that it did not register. Its owner is shown the difference. */
export class UnregisteredRedirectError extends OAuthError {
  constructor(
    readonly client: RegisteredClient,
    readonly redirectUri: string,
    cause: OAuthError,
  ) {
    super(cause.code, cause.description, { cause });
  }
}
