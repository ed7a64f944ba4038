import type { RegisteredClient } from '../clients/registered-client.js';
import type { GrantedClaims } from '../protocol/granted-claims.js';
import type { SignInFacts } from '../protocol/id-token.js';
import type { TokenRequest } from '../protocol/token-request.js';
import type { User } from '../users/user.entity.js';

/** An access token request whose client has proven who it is and may use this grant. */
export interface TokenContext<R extends TokenRequest = TokenRequest> {
  readonly client: RegisteredClient;
  readonly request: R;
}

/** Who signed in, how, and what they let the app know about them in the ID token. */
export interface SignIn extends SignInFacts {
  /** With the columns that claims are made of. */
  readonly user: User;
  readonly claims: GrantedClaims | null;
}

/** What a grant gives. */
export interface TokenSet {
  readonly accessToken: string;
  /** Seconds. */
  readonly lifetime: number;
  /** What the access token opens. */
  readonly scopes: readonly string[];
  /** With what it opens nowhere but here; the ID token goes by them. */
  readonly granted: readonly string[];
  readonly refreshToken?: string;
  /** Absent when the client stands for itself. */
  readonly signIn?: SignIn;
}
