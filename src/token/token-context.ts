import type { RegisteredClient } from '../clients/registered-client.js';
import type { TokenRequest } from '../protocol/token-request.js';

/** An access token request whose client has proven who it is and may use this grant. */
export interface TokenContext<R extends TokenRequest = TokenRequest> {
  readonly client: RegisteredClient;
  readonly request: R;
}

/** What a grant gives. */
export interface TokenSet {
  readonly accessToken: string;
  readonly scopes: readonly string[];
  readonly refreshToken?: string;
}
