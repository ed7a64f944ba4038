import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository, SelectQueryBuilder } from 'typeorm';
import { v7 } from 'uuid';
import type { AuditDetails } from '../audit/audit-event.entity.js';
import { AuditAttempts } from '../audit/audit-attempts.service.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { sha256 } from '../crypto/digest.js';
import { randomToken } from '../crypto/random-token.js';
import { ScopeCatalogue } from '../scopes/scope-catalogue.service.js';
import { type KeysetPage, keysetPage, type Position } from '../sql/keyset.js';
import { sqlNow } from '../sql/now.js';
import { canBeAllowed } from './allowed-scopes.js';
import { InitialAccessToken, type TokenPolicy } from './initial-access-token.entity.js';

const MAX_LISTED = 1_000;

/** What a new token is made of. */
export interface NewInitialAccessToken {
  readonly label: string;
  readonly policy: TokenPolicy;
  readonly ownerEmployeeId: string | null;
  readonly maxUses: number;
  /** Seconds. */
  readonly lifetime: number;
}

/** Owns `initial_access_tokens` (RFC 7591 §1.2): made by operators, used by apps that register themselves. */
@Injectable()
export class InitialAccessTokens {
  private readonly now: string;

  constructor(
    @InjectRepository(InitialAccessToken) private readonly tokens: Repository<InitialAccessToken>,
    private readonly audit: AuditLog,
    private readonly attempts: AuditAttempts,
    private readonly scopes: ScopeCatalogue,
  ) {
    this.now = sqlNow(tokens.manager);
  }

  /** Whether a token can name these scopes. */
  async mayAllow(names: readonly string[]): Promise<boolean> {
    return canBeAllowed(names, await this.scopes.among(names));
  }

  /** Makes a token. @returns its row, and the token itself for showing once */
  async create({ lifetime, ...values }: NewInitialAccessToken): Promise<{ id: string; token: string }> {
    const token = `dwi_${randomToken()}`;
    const id = v7();
    const end = `${this.now} + ${lifetime * 1000}`;
    await this.tokens
      .createQueryBuilder()
      .insert()
      .values({ ...values, id, digest: sha256(token), usedCount: 0, createdAt: () => this.now, expiresAt: () => end })
      .updateEntity(false)
      .execute();
    const { policy, ownerEmployeeId, maxUses } = values;
    await this.audit.record({
      action: 'initial_access_token.created',
      target: { type: 'initial_access_token', id },
      details: { ownerEmployeeId, maxUses, lifetime, ...policy },
    });
    return { id, token };
  }

  /** The token, if it may still be used. Nothing is spent yet. */
  async find(token: string): Promise<InitialAccessToken | undefined> {
    const found = await this.tokens
      .createQueryBuilder('token')
      .where({ digest: sha256(token) })
      .andWhere(`token.used_count < token.max_uses AND token.expires_at > ${this.now}`)
      .getOne();
    if (found !== null) return found;
    await this.attempts.record({ action: 'initial_access_token.refused', failure: 'not_live' });
    return undefined;
  }

  /** Spends one use. @returns false when there is none left: of two at once one gets the last */
  async spend({ id }: InitialAccessToken): Promise<boolean> {
    const { affected } = await this.tokens
      .createQueryBuilder()
      .update()
      .set({ usedCount: () => 'used_count + 1' })
      .where({ id })
      .andWhere(`used_count < max_uses AND expires_at > ${this.now}`)
      .execute();
    return affected === 1;
  }

  /** Those that are not over, newest first. */
  list(): Promise<InitialAccessToken[]> {
    return this.living().orderBy('token.id', 'DESC').take(MAX_LISTED).getMany();
  }

  /** The same, page by page. */
  page({ limit, after }: { limit: number; after?: Position | undefined }): Promise<KeysetPage<InitialAccessToken>> {
    return keysetPage(this.living(), { by: 'id', direction: 'DESC' }, limit, after);
  }

  /** One of them, with its owner. */
  async byId(id: string): Promise<InitialAccessToken | undefined> {
    const query = this.living().leftJoinAndSelect('token.owner', 'owner').andWhere('token.id = :id', { id });
    return (await query.getOne()) ?? undefined;
  }

  /** Ends a token. Apps that were registered with it stay. @returns whether there was one */
  async revoke(id: string): Promise<boolean> {
    const { affected } = await this.tokens.delete({ id });
    if (affected !== 1) return false;
    await this.audit.record({ action: 'initial_access_token.revoked', target: { type: 'initial_access_token', id } });
    return true;
  }

  /**
   * Ends every token of an owner before the owner goes, each written down: the foreign key would take them unseen.
   * @param details why, for the audit log
   * @returns how many there were
   */
  async revokeAll(ownerEmployeeId: string, details: AuditDetails): Promise<number> {
    const found = await this.tokens.find({ select: { id: true }, where: { ownerEmployeeId } });
    if (found.length === 0) return 0;
    await this.tokens.delete({ ownerEmployeeId });
    await this.audit.recordAll(
      found.map(({ id }) => ({
        action: 'initial_access_token.revoked',
        target: { type: 'initial_access_token', id },
        details,
      })),
    );
    return found.length;
  }

  private living(): SelectQueryBuilder<InitialAccessToken> {
    return this.tokens.createQueryBuilder('token').where(`token.expires_at > ${this.now}`);
  }
}
