import type { RefreshTokens } from '../refresh-tokens.js';
import type { AccessTokenStore } from '../store/access-token.store.js';
import type { GrantStore } from '../store/grant.store.js';
import type { TokenContext, TokenSet } from '../token-context.js';

/** What a client presented, found to be good. */
export interface Presented {
  /** Null when the client stands for itself. */
  readonly userId: string | null;
  /** What the access token may open at most. */
  readonly scopes: readonly string[];
  /** What the code verifier must hash to (RFC 7636 §4.6); checked after `claim`. */
  readonly codeChallenge?: string | null;
}

/** One request to one grant. The engine calls the three steps in this order, each at most once. */
export interface Redemption {
  /**
   * Looks at what was presented and changes nothing for a request that may still fail.
   * @throws OAuthError `invalid_grant`, `invalid_scope`
   */
  present(): Promise<Presented>;

  /**
   * Spends what can be used once, before any proof is checked, so that a proof cannot be guessed (RFC 9700 §4.5).
   * @throws OAuthError `invalid_grant` when somebody else was faster
   */
  claim(): Promise<void>;

  /**
   * Stores the access token and whatever comes with it.
   * @throws OAuthError `invalid_grant`
   */
  issue(accessToken: string, scopes: readonly string[]): Promise<TokenSet>;
}

/** What the grants work with. */
export interface GrantTools {
  readonly issuer: string;
  readonly grants: GrantStore;
  readonly accessTokens: AccessTokenStore;
  readonly refreshTokens: RefreshTokens;
}

/** A grant type: only what it does differently. Everything that all share is in the endpoint and the engine. */
export interface GrantDefinition {
  /** RFC 6749 §4.4: "The client credentials grant type MUST only be used by confidential clients." */
  readonly isForPublicClients: boolean;
  redeem(context: TokenContext, tools: GrantTools): Redemption;
}

/** What of the granted scopes the client is still registered for. */
export function stillAllowed(scopes: readonly string[], { client }: Pick<TokenContext, 'client'>): readonly string[] {
  return scopes.filter((scope) => client.scopes.includes(scope));
}
