import { sha256 } from '../../crypto/digest.js';
import { OAuthError } from '../../protocol/oauth-error.js';
import { challengeOf } from '../../protocol/pkce.js';
import type { AuthorizationCodeRequest } from '../../protocol/token-request.js';
import type { Grant } from '../grant.entity.js';
import type { TokenContext, TokenSet } from '../token-context.js';
import { type AimedToken, type GrantDefinition, type Presented, type Redemption, Standing } from './grant.js';
import type { GrantTools } from './grant-tools.service.js';
import { signInOf } from './sign-in.js';

/** RFC 6749 §4.1.3: a code for tokens, once. */
export const authorizationCodeGrant: GrantDefinition = {
  isForPublicClients: true,
  redeem: (context: TokenContext<AuthorizationCodeRequest>, tools) => new CodeRedemption(context, tools),
};

class CodeRedemption implements Redemption {
  private grant: Grant | undefined;
  private token: AimedToken | undefined;
  private scopes: readonly string[] = [];
  private refreshToken: string | undefined;

  constructor(
    private readonly context: TokenContext<AuthorizationCodeRequest>,
    private readonly tools: GrantTools,
  ) {}

  async present(): Promise<Presented> {
    const found = await this.tools.grants.byCode(sha256(this.context.request.code));
    // RFC 6749 §4.1.3: "ensure that the authorization code was issued to the authenticated confidential client, or if
    // the client is public, ensure that the code was issued to client_id in the request". Not spent by the wrong one.
    if (found === undefined || found.grant.clientRowId !== this.context.client.rowId) throw invalidCode();
    const { grant, isCodeLive } = found;
    if (grant.consumedAt !== null) {
      await this.refuseReplay(grant);
      throw invalidCode();
    }
    if (!isCodeLive) throw invalidCode();
    const standing = await Standing.of(grant, this.context, this.tools);
    this.grant = grant;
    this.scopes = standing.scopes;
    this.token = standing.aimed(this.scopes, this.context.request.resources, this.tools);
    return {
      userId: grant.userId,
      scopes: this.scopes,
      codeChallenge: grant.codeChallenge,
    };
  }

  async claim(): Promise<void> {
    const { grant, token } = this.found();
    if (this.getsRefreshToken()) this.refreshToken = this.tools.refreshTokens.first(grant.id);
    const digest = this.refreshToken === undefined ? undefined : sha256(this.refreshToken);
    if (!(await this.tools.grants.claimCode(grant.id, digest, token.lifetime))) {
      await this.refuseReplay(grant);
      throw invalidCode();
    }
    if (!this.isSameRedirectUri(grant)) {
      throw new OAuthError('invalid_grant', 'redirect_uri differs from the one in the authorization request');
    }
  }

  async issue(accessToken: string, granted: readonly string[]): Promise<TokenSet> {
    const { grant, token } = this.found();
    const { id: grantId, userId, clientRowId, nonce } = grant;
    const digest = sha256(accessToken);
    const { audience, scopes, lifetime } = token;
    const owner = { digest, grantId, userId, clientRowId };
    await this.tools.accessTokens.create({ ...owner, scopes: [...scopes], audience }, lifetime);
    return {
      accessToken,
      lifetime,
      scopes,
      granted,
      signIn: { ...signInOf(grant), ...(nonce === null ? {} : { nonce }) },
      ...(this.refreshToken === undefined ? {} : { refreshToken: this.refreshToken }),
    };
  }

  /**
   * RFC 6749 §4.1.2: "If an authorization code is used more than once, the authorization server MUST deny the request
   * and SHOULD revoke (when possible) all tokens previously issued based on that authorization code."
   * Only who could have redeemed the code is believed: a bare copy of it must not end the rightful client's grant.
   */
  private async refuseReplay(grant: Grant): Promise<void> {
    if (this.isSameRedirectUri(grant) && this.isProven(grant)) await this.tools.grants.revokeReplayed(grant.id);
  }

  /** RFC 6749 §4.1.3 compares the redirect URI; OAuth 2.1 clients leave it out, since PKCE binds the code already. */
  private isSameRedirectUri(grant: Grant): boolean {
    const { redirectUri } = this.context.request;
    return redirectUri === undefined || redirectUri === grant.redirectUri;
  }

  private isProven({ codeChallenge }: Grant): boolean {
    const { codeVerifier } = this.context.request;
    if (codeVerifier === undefined) return codeChallenge === null;
    return challengeOf(codeVerifier) === codeChallenge;
  }

  /** OpenID Connect Core §11: refresh tokens are for clients that the user allowed `offline_access`. */
  private getsRefreshToken(): boolean {
    return this.scopes.includes('offline_access') && this.context.client.grantTypes.includes('refresh_token');
  }

  private found(): { readonly grant: Grant; readonly token: AimedToken } {
    const { grant, token } = this;
    if (grant === undefined || token === undefined) throw new Error('the code was not presented');
    return { grant, token };
  }
}

/** One answer for every reason: who holds a code that is not theirs learns nothing about it. */
function invalidCode(): OAuthError {
  return new OAuthError('invalid_grant', 'the code is wrong, expired, already used, or was issued to another client');
}
