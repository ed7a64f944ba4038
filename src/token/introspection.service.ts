import { Injectable } from '@nestjs/common';
import type { RegisteredClient } from '../clients/registered-client.js';
import { equalDigests, sha256 } from '../crypto/digest.js';
import { isPairwise } from '../protocol/subject.js';
import type { IntrospectionResponse } from '../protocol/token-response.js';
import type { User } from '../users/user.entity.js';
import type { Grant } from './grant.entity.js';
import { RefreshTokens } from './refresh-tokens.js';
import { AccessTokenStore } from './store/access-token.store.js';
import { type FoundGrant, GrantStore } from './store/grant.store.js';
import { Subjects } from './subjects.service.js';
import { TokenAudiences } from './token-audiences.service.js';

/** RFC 7662 §2.2: "the authorization server SHOULD NOT include any additional information about an inactive token". */
const INACTIVE: IntrospectionResponse = { active: false };

type AboutUser = Pick<Extract<IntrospectionResponse, { active: true }>, 'sub' | 'username'>;

/** The client that a token was issued to, by its primary key, if whoever asks may hear of its tokens. */
type HearsOf = (clientRowId: string) => Promise<RegisteredClient | undefined>;

/** Says what a token is worth at this moment. */
@Injectable()
export class IntrospectionService {
  constructor(
    private readonly accessTokens: AccessTokenStore,
    private readonly grants: GrantStore,
    private readonly refreshTokens: RefreshTokens,
    private readonly subjects: Subjects,
    private readonly audiences: TokenAudiences,
  ) {}

  /**
   * RFC 7662 §4: a client learns about its own tokens, and about access tokens that are for it as a resource server;
   * anybody else's look like none. One SELECT; two more, or none, for what administrators defined.
   */
  describe(token: string, client: RegisteredClient): Promise<IntrospectionResponse> {
    const own: HearsOf = async (clientRowId) => (clientRowId === client.rowId ? client : undefined);
    return this.describeTo(own, token, client);
  }

  /**
   * The same to whoever `hearsOf` says.
   * @param server that hears of access tokens for it, too
   */
  describeTo(hearsOf: HearsOf, token: string, server?: RegisteredClient): Promise<IntrospectionResponse> {
    const grantId = this.refreshTokens.grantIdOf(token);
    return grantId === undefined
      ? this.describeAccessToken(sha256(token), hearsOf, server)
      : this.describeRefreshToken(sha256(token), hearsOf, grantId);
  }

  private async describeAccessToken(
    digest: Buffer,
    hearsOf: HearsOf,
    server: RegisteredClient | undefined,
  ): Promise<IntrospectionResponse> {
    const token = await this.accessTokens.live(digest);
    const found = token && (await this.audiences.of(token));
    if (token?.client === undefined || found === undefined) return INACTIVE;
    const own = await hearsOf(token.clientRowId);
    const reader = own ?? (server?.rowId === found.clientRowId ? server : undefined);
    if (reader === undefined) return INACTIVE;
    const { user, client, audience, createdAt, expiresAt } = token;
    return {
      active: true,
      iss: this.audiences.issuer,
      client_id: client.clientId,
      // RFC 9068 §2.2: without a user the client is the subject.
      ...(user ? await this.seenBy(reader, user, { isOwn: own !== undefined }) : { sub: client.clientId }),
      scope: found.scopes.join(' '),
      ...audienceMember(audience),
      token_type: 'Bearer',
      exp: seconds(expiresAt),
      iat: seconds(createdAt),
    };
  }

  /**
   * RFC 7662 §5: who asks is told who the user is to them. A resource server needs to tell people apart, and is told no name
   * that no scope of it opens.
   */
  private async seenBy(reader: RegisteredClient, user: User, { isOwn }: { isOwn: boolean }): Promise<AboutUser> {
    const about = await this.about(user, reader);
    return isOwn ? about : { sub: about.sub };
  }

  private async describeRefreshToken(
    digest: Buffer,
    hearsOf: HearsOf,
    grantId: string,
  ): Promise<IntrospectionResponse> {
    const found = await this.grants.byId(grantId);
    const client = found && (await hearsOf(found.grant.clientRowId));
    if (found === undefined || client === undefined) return INACTIVE;
    const { grant } = found;
    const scopes = await this.audiences.stillGranted(grant, client);
    // What the token endpoint would refuse is not active.
    const isRedeemable = isCurrent(found, digest) && scopes.includes('offline_access');
    if (!isRedeemable || grant.user === undefined) return INACTIVE;
    return {
      active: true,
      iss: this.audiences.issuer,
      client_id: client.clientId,
      ...(await this.about(grant.user, client)),
      scope: scopes.join(' '),
      // Not `Bearer`: whoever asks must see that this opens nothing by itself.
      token_type: 'refresh_token',
      exp: seconds(refreshEnd(grant)),
      iat: seconds(grant.refreshRotatedAt ?? grant.consumedAt ?? grant.createdAt),
    };
  }

  /** OpenID Connect Core §8.1: a name would tell clients of different sectors that they talk about the same person. */
  private async about(user: User, client: RegisteredClient): Promise<AboutUser> {
    const sub = await this.subjects.of(client, user.id);
    return isPairwise(client) ? { sub } : { sub, username: user.username };
  }
}

/** Whether the refresh token is the grant's newest, and lives. */
function isCurrent({ grant: { refreshDigest }, isRefreshLive }: FoundGrant, digest: Buffer): boolean {
  return isRefreshLive && refreshDigest !== null && equalDigests(refreshDigest, digest);
}

/** The earlier of the two ends of a refresh token. */
function refreshEnd({ refreshIdleExpiresAt, refreshAbsoluteExpiresAt }: Grant): Date {
  return new Date(Math.min(Number(refreshIdleExpiresAt), Number(refreshAbsoluteExpiresAt)));
}

/** Absent for this server's own endpoints. */
function audienceMember(audience: string | null): { aud?: string } {
  return audience === null ? {} : { aud: audience };
}

/** RFC 7519 §2 NumericDate. */
function seconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
