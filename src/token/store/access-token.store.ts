import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { v7 } from 'uuid';
import { OAuthError } from '../../protocol/oauth-error.js';
import { isMissingReference } from '../../sql/missing-reference.js';
import { sqlNow } from '../../sql/now.js';
import { AccessToken } from '../access-token.entity.js';
import { SELECTED_USER_COLUMNS } from '../selected-user-columns.js';
import { TOKEN_STANDS } from './standing.js';

type NewAccessToken = Pick<AccessToken, 'digest' | 'grantId' | 'userId' | 'clientRowId' | 'scopes' | 'audience'>;

/** Owns `oauth_access_tokens`. Every method is one statement. */
@Injectable()
export class AccessTokenStore {
  private readonly now: string;

  constructor(@InjectRepository(AccessToken) private readonly tokens: Repository<AccessToken>) {
    this.now = sqlNow(tokens.manager);
  }

  /**
   * @param lifetime seconds
   * @throws OAuthError `invalid_grant` when the app, the user or the grant was deleted a moment ago
   */
  async create(token: NewAccessToken, lifetime: number): Promise<void> {
    const insert = this.tokens
      .createQueryBuilder()
      .insert()
      .values({ ...token, id: v7(), createdAt: () => this.now, expiresAt: () => `${this.now} + ${lifetime * 1000}` })
      .updateEntity(false);
    try {
      await insert.execute();
    } catch (cause) {
      if (!isMissingReference(cause)) throw cause;
      throw new OAuthError('invalid_grant', 'what the token would stand for was deleted', { cause });
    }
  }

  /**
   * The token with its client and, unless it came from client credentials, its user. Found only while everything
   * that it hangs from is good: not expired, its grant not revoked, user and client active, the
   * password still the one that the grant was made under.
   */
  async live(digest: Buffer): Promise<AccessToken | undefined> {
    const token = await this.tokens
      .createQueryBuilder('token')
      .innerJoin('token.client', 'client')
      .leftJoin('token.grant', 'g')
      .leftJoin('token.user', 'owner')
      .select(['token.digest', 'token.userId', 'token.clientRowId', 'token.scopes', 'token.audience'])
      .addSelect(['token.createdAt', 'token.expiresAt', 'g.id', 'g.claims'])
      .addSelect([
        'client.id',
        'client.clientId',
        'client.redirectUris',
        'client.scopes',
        'client.adminScopes',
        'client.metadata',
      ])
      .addSelect(SELECTED_USER_COLUMNS.map((column) => `owner.${column}`))
      .where(`token.digest = :digest AND token.expiresAt > ${this.now}`, { digest })
      .andWhere(TOKEN_STANDS)
      .getOne();
    return token ?? undefined;
  }

  /** Forgets the token if it belongs to this client (RFC 7009 §2.1). */
  async delete(digest: Buffer, clientRowId: string): Promise<void> {
    await this.tokens.delete({ digest, clientRowId });
  }
}
