import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository, SelectQueryBuilder } from 'typeorm';
import { AuditLog } from '../audit/audit-log.service.js';
import { sha256 } from '../crypto/digest.js';
import { type KeysetPage, keysetPage } from '../sql/keyset.js';
import { sqlNow } from '../sql/now.js';
import type { UserRole } from '../users/user.entity.js';
import { AccessToken } from './access-token.entity.js';
import { GrantAdministration } from './grant-administration.service.js';
import { type IssuedFilter, LISTED_CLIENT, LISTED_USER, narrow, NEWEST, type PageOf } from './listing.js';
import { RefreshTokens } from './refresh-tokens.js';
import { GrantStore } from './store/grant.store.js';
import { TOKEN_STANDS } from './store/standing.js';

const LISTED = ['id', 'grantId', 'userId', 'scopes', 'createdAt', 'expiresAt'];

/** Whose tokens end all at once: a user's, an app's, or those of one at the other. */
export interface RevokedFor {
  readonly user?: { readonly id: string } | undefined;
  readonly client?: { readonly id: string; readonly clientId: string } | undefined;
}

/** What ended. */
export interface Revoked {
  /** Authorizations of users, with all of their tokens. */
  readonly grants: number;
  /** Single ones: of an app for itself, or the one that was meant. */
  readonly tokens: number;
}

/** Lists of access tokens, and their end, for those who administer the installation. */
@Injectable()
export class TokenAdministration {
  private readonly now: string;

  constructor(
    @InjectRepository(AccessToken) private readonly tokens: Repository<AccessToken>,
    private readonly store: GrantStore,
    private readonly grants: GrantAdministration,
    private readonly refreshTokens: RefreshTokens,
    private readonly audit: AuditLog,
  ) {
    this.now = sqlNow(tokens.manager);
  }

  /** Those that open something at this moment, each with its app and its user if it has one. One statement. */
  page(filter: IssuedFilter, { limit, after }: PageOf): Promise<KeysetPage<AccessToken>> {
    return keysetPage(narrow(this.live(), filter), NEWEST, limit, after);
  }

  /** The same, of one. @param id what lists call it by, not the token */
  async find(id: string): Promise<AccessToken | undefined> {
    return (await this.live().andWhere('token.id = :id', { id }).getOne()) ?? undefined;
  }

  /** Ends one access token; its grant goes on. @returns false when it had ended before */
  async revoke(id: string): Promise<boolean> {
    const { affected } = await this.tokens.delete({ id });
    if (affected !== 1) return false;
    await this.audit.record({ action: 'token.revoked', target: { type: 'token', id } });
    return true;
  }

  /**
   * Ends the token that somebody has in hand: a refresh token with everything that its grant gave (RFC 7009 §2.1).
   * @returns undefined when there is nothing to end
   */
  async revokePresented(token: string): Promise<Revoked | undefined> {
    const grantId = this.refreshTokens.grantIdOf(token);
    if (grantId !== undefined) return (await this.grants.revoke(grantId)) ? { grants: 1, tokens: 0 } : undefined;
    const found = await this.tokens.findOne({ select: { id: true }, where: { digest: sha256(token) } });
    return found !== null && (await this.revoke(found.id)) ? { grants: 0, tokens: 1 } : undefined;
  }

  /**
   * Ends every token of a user or an app. The grants end with them: a refresh token would make new ones at once.
   * @param roles only what belongs to users of these roles; everybody's when absent
   */
  async revokeAll({ user, client }: RevokedFor, roles?: readonly UserRole[]): Promise<Revoked> {
    const grants = await this.store.revokeEvery({ userId: user?.id, clientRowId: client?.id, roles });
    const tokens = user === undefined && client !== undefined ? await this.deleteOwn(client.id) : 0;
    const [type, id] = user === undefined ? ['client' as const, client?.clientId ?? ''] : ['user' as const, user.id];
    const details = { grants, tokens, ...(user && client && { clientId: client.clientId }) };
    await this.audit.record({ action: 'token.revoked', target: { type, id }, details });
    return { grants, tokens };
  }

  /** What the app got for itself (RFC 6749 §4.4): no grant stands behind it. */
  private async deleteOwn(clientRowId: string): Promise<number> {
    const { affected } = await this.tokens
      .createQueryBuilder()
      .delete()
      .where('client_row_id = :clientRowId AND grant_id IS NULL', { clientRowId })
      .execute();
    return affected ?? 0;
  }

  private live(): SelectQueryBuilder<AccessToken> {
    return this.tokens
      .createQueryBuilder('token')
      .innerJoin('token.client', 'client')
      .leftJoin('token.grant', 'g')
      .leftJoin('token.user', 'owner')
      .select([...LISTED.map((column) => `token.${column}`), ...LISTED_USER, ...LISTED_CLIENT])
      .where(`token.expiresAt > ${this.now} AND ${TOKEN_STANDS}`);
  }
}
