import { randomBytes } from 'node:crypto';
import { equalDigests, sha256 } from '../../crypto/digest.js';
import { OAuthError } from '../../protocol/oauth-error.js';
import type { RefreshTokenRequest } from '../../protocol/token-request.js';
import type { Grant } from '../grant.entity.js';
import type { FoundGrant } from '../store/grant.store.js';
import type { TokenContext, TokenSet } from '../token-context.js';
import { type GrantDefinition, type Presented, type Redemption, Standing } from './grant.js';
import type { GrantTools } from './grant-tools.service.js';
import { signInOf } from './sign-in.js';

const SALT_BYTES = 32;

/** RFC 6749 §6, with rotation and reuse detection as in RFC 9700 §4.14.2. */
export const refreshTokenGrant: GrantDefinition = {
  isForPublicClients: true,
  redeem: (context: TokenContext<RefreshTokenRequest>, tools) => new RefreshRedemption(context, tools),
};

class RefreshRedemption implements Redemption {
  private readonly presentedDigest: Buffer;
  private grant: Grant | undefined;
  private standing: Standing | undefined;
  /** The successor that an earlier, equal request got already. */
  private repeated: string | undefined;

  constructor(
    private readonly context: TokenContext<RefreshTokenRequest>,
    private readonly tools: GrantTools,
  ) {
    this.presentedDigest = sha256(context.request.refreshToken);
  }

  async present(): Promise<Presented> {
    const found = await this.find();
    const { grant } = found;
    if (!this.isCurrent(grant)) this.repeated = await this.successorGivenOut(found);
    this.standing = await Standing.of(grant, this.context, this.tools);
    const { scopes } = this.standing;
    // An app that is no longer registered for offline access stays out until it is again.
    if (!scopes.includes('offline_access')) throw invalidRefreshToken();
    this.grant = grant;
    return { userId: grant.userId, scopes };
  }

  /** Nothing is spent yet: a request that fails by its scope must not cost the refresh token. */
  async claim(): Promise<void> {}

  async issue(accessToken: string, granted: readonly string[]): Promise<TokenSet> {
    const { grant, standing } = this;
    if (grant === undefined || standing === undefined) throw new Error('the refresh token was not presented');
    // Before the token is spent: naming the wrong resource server must not cost it.
    const { audience, scopes, lifetime } = standing.aimed(granted, this.context.request.resources, this.tools);
    const refreshToken = this.repeated ?? (await this.use(grant, lifetime));
    const { id: grantId, userId, clientRowId } = grant;
    const digest = sha256(accessToken);
    const owner = { digest, grantId, userId, clientRowId };
    await this.tools.accessTokens.create({ ...owner, scopes: [...scopes], audience }, lifetime);
    // OpenID Connect Core §12.2: the same sign-in as before, so the same `auth_time`; it needs no `nonce`.
    return { accessToken, lifetime, scopes, granted, refreshToken, signIn: signInOf(grant) };
  }

  /** @returns the refresh token to use from now on */
  private async use(grant: Grant, lifetime: number): Promise<string> {
    const { client, request } = this.context;
    if (!client.isPublic && !client.refreshTokenRotation) {
      // Bound to the client's own authentication already (RFC 9700 §2.2.2).
      if (await this.tools.grants.touch(grant, lifetime)) return request.refreshToken;
    } else {
      const salt = randomBytes(SALT_BYTES);
      const successor = this.tools.refreshTokens.successor(this.rotation(grant, salt));
      if (await this.tools.grants.rotate(grant, lifetime, sha256(successor), salt)) return successor;
    }
    // Somebody was faster: an equal request of the same moment, or the end of the grant.
    return this.successorGivenOut(await this.find());
  }

  /** The live grant that the presented token belongs to, whichever generation the token is of. */
  private async find(): Promise<FoundGrant> {
    const id = this.tools.refreshTokens.grantIdOf(this.context.request.refreshToken);
    const found = id === undefined ? undefined : await this.tools.grants.byId(id);
    // RFC 6749 §6: the refresh token is bound to the client to which it was issued.
    if (found === undefined || found.grant.clientRowId !== this.context.client.rowId) throw invalidRefreshToken();
    if (!found.isRefreshLive) throw invalidRefreshToken();
    return found;
  }

  /**
   * The answer to a token that is not the current one. RFC 9700 §4.14.2: it was used before, so either its answer got
   * lost or one of two holders is a thief. An equal request within the window gets the same successor again, which
   * gives a thief nothing that the next use would not betray; anything else ends the grant.
   */
  private async successorGivenOut({ grant, isInReplayWindow }: FoundGrant): Promise<string> {
    const { refreshPreviousDigest: previous, refreshSalt: salt, refreshDigest: current } = grant;
    if (isInReplayWindow && previous !== null && salt !== null && current !== null) {
      const wasLast = equalDigests(previous, this.presentedDigest);
      const candidates = wasLast ? this.tools.refreshTokens.possibleSuccessors(this.rotation(grant, salt)) : [];
      const successor = candidates.find((candidate) => equalDigests(sha256(candidate), current));
      if (successor !== undefined) return successor;
    }
    await this.tools.grants.revokeReplayed(grant.id);
    throw invalidRefreshToken();
  }

  private isCurrent({ refreshDigest }: Grant): boolean {
    return refreshDigest !== null && equalDigests(refreshDigest, this.presentedDigest);
  }

  private rotation({ id: grantId }: Grant, salt: Buffer) {
    const { refreshToken: presented, scopes, resources } = this.context.request;
    return { presented, grantId, salt, scopes, resources };
  }
}

/** One answer for every reason. */
function invalidRefreshToken(): OAuthError {
  return new OAuthError(
    'invalid_grant',
    'the refresh token is wrong, expired, revoked, already used, or was issued to another client',
  );
}
