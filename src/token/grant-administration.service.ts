import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository, SelectQueryBuilder } from 'typeorm';
import { AuditLog } from '../audit/audit-log.service.js';
import { Settings } from '../config/settings.js';
import { type KeysetPage, keysetPage } from '../sql/keyset.js';
import { sqlNow } from '../sql/now.js';
import { Grant } from './grant.entity.js';
import { type IssuedFilter, LISTED_CLIENT, LISTED_USER, narrow, NEWEST, type PageOf } from './listing.js';
import { GrantStore } from './store/grant.store.js';
import { GRANT_STANDS } from './store/standing.js';

/** What is shown of a grant. No digest among it. */
const LISTED = ['id', 'userId', 'sid', 'authTime', 'amr', 'scopes', 'consumedAt', 'lastUsedAt'];
const ENDS = ['refreshIdleExpiresAt', 'refreshAbsoluteExpiresAt', 'createdAt', 'expiresAt'];

/** Lists of what users authorized, and its end, for those who administer the installation. */
@Injectable()
export class GrantAdministration {
  private readonly now: string;

  constructor(
    @InjectRepository(Grant) private readonly grants: Repository<Grant>,
    private readonly store: GrantStore,
    private readonly settings: Settings,
    private readonly audit: AuditLog,
  ) {
    this.now = sqlNow(grants.manager);
  }

  /** Those that are good for something at this moment, each with its user and its app. One statement. */
  page(filter: IssuedFilter, { limit, after }: PageOf): Promise<KeysetPage<Grant>> {
    return keysetPage(narrow(this.live(), filter), NEWEST, limit, after);
  }

  /** The same, of one. */
  async find(id: string): Promise<Grant | undefined> {
    return (await this.live().andWhere('g.id = :id', { id }).getOne()) ?? undefined;
  }

  /** Ends a grant with every token that was issued from it. @returns false when it had ended before */
  async revoke(id: string): Promise<boolean> {
    if (!(await this.store.revoke(id))) return false;
    await this.audit.record({ action: 'grant.revoked', target: { type: 'grant', id } });
    return true;
  }

  /** A code that can be redeemed, a refresh token that can be used, or an access token that has not ended. */
  private live(): SelectQueryBuilder<Grant> {
    const lifetime = this.settings.lifetimes.accessToken * 1000;
    return this.grants
      .createQueryBuilder('g')
      .innerJoin('g.user', 'owner')
      .innerJoin('g.client', 'client')
      .select([...[...LISTED, ...ENDS].map((column) => `g.${column}`), ...LISTED_USER, ...LISTED_CLIENT])
      .where(`${GRANT_STANDS} AND client.status = 'active' AND g.expiresAt > ${this.now}`)
      .andWhere(
        `(g.refreshAbsoluteExpiresAt IS NULL OR g.lastUsedAt + ${lifetime} > ${this.now}
          OR (g.refreshIdleExpiresAt > ${this.now} AND g.refreshAbsoluteExpiresAt > ${this.now}))`,
      );
  }
}
