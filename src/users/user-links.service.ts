import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { type Lifetimes, Settings } from '../config/settings.js';
import { sha256 } from '../crypto/digest.js';
import { randomToken } from '../crypto/random-token.js';
import { sqlNow } from '../sql/now.js';
import { writeOne } from '../sql/write-one.js';
import { OneTimeToken, type UserLinkPurpose } from './one-time-token.entity.js';
import type { User } from './user.entity.js';

const PATH: Record<UserLinkPurpose, string> = { verify_email: '/verify-email', reset_password: '/reset-password' };
const LIFETIME: Record<UserLinkPurpose, keyof Lifetimes> = {
  verify_email: 'emailVerificationLink',
  reset_password: 'passwordResetLink',
};

/** Whose link it is, and whether it still works. */
export interface FoundLink {
  readonly user: User;
  readonly isLive: boolean;
}

/** Owns the links that are mailed to users. Each goes to one address and works while that is the user's. */
@Injectable()
export class UserLinks {
  private readonly now: string;

  constructor(
    @InjectRepository(OneTimeToken) private readonly tokens: Repository<OneTimeToken>,
    private readonly settings: Settings,
  ) {
    this.now = sqlNow(tokens.manager);
  }

  /** Makes a link and ends the older one of its kind. It leads to the issuer, whatever a request says (attack R50). */
  async create(user: User, purpose: UserLinkPurpose): Promise<string> {
    const token = randomToken();
    const { id: userId, emailKey } = user;
    const lifetime = this.lifetime(purpose) * 1000;
    const fresh = {
      digest: sha256(token),
      emailKey,
      credentialsVersion: purpose === 'reset_password' ? user.credentialsVersion : null,
      createdAt: () => this.now,
      expiresAt: () => `${this.now} + ${lifetime}`,
      consumedAt: null,
    };
    const { tokens } = this;
    await writeOne(
      async () =>
        (await tokens.createQueryBuilder().update().set(fresh).where({ userId, purpose }).execute()).affected === 1,
      () =>
        tokens
          .createQueryBuilder()
          .insert()
          .values({ ...fresh, userId, purpose })
          .updateEntity(false)
          .execute(),
    );
    return `${this.settings.issuer}${PATH[purpose]}?token=${token}`;
  }

  /** How long a link works, in seconds. */
  lifetime(purpose: UserLinkPurpose): number {
    return this.settings.lifetimes[LIFETIME[purpose]];
  }

  /** The user that a link of this address is for. Nothing when it is unknown, or its address no longer the user's. */
  async find(token: string, purpose: UserLinkPurpose): Promise<FoundLink | undefined> {
    const { entities, raw } = await this.tokens
      .createQueryBuilder('token')
      .innerJoinAndSelect('token.user', 'user')
      .addSelect(this.isLive('token', 'user'), 'is_live')
      .where({ digest: sha256(token), purpose })
      .andWhere(`token.email_key = user.email_key AND user.status = 'active'`)
      .getRawAndEntities<{ is_live: unknown }>();
    const user = entities[0]?.user;
    return user === undefined ? undefined : { user, isLive: Number(raw[0]?.is_live) === 1 };
  }

  /** Marks a link as used, after what it was for has happened: that is the gate, this is for the record. */
  async consume(token: string): Promise<void> {
    await this.tokens.update({ digest: sha256(token) }, { consumedAt: () => this.now });
  }

  /**
   * The condition under which a link acts on a row of `users`, for the WHERE of that one UPDATE. It binds the user's
   * address to that of the link, and the credentials too where it sets new ones.
   */
  condition(token: string, purpose: UserLinkPurpose): readonly [sql: string, parameters: object] {
    const sql = `status = 'active' AND EXISTS (SELECT 1 FROM one_time_tokens t WHERE t.digest = :linkDigest
      AND t.purpose = :linkPurpose AND t.user_id = users.id AND t.email_key = users.email_key
      AND ${this.isLive('t', 'users')})`;
    return [sql, { linkDigest: sha256(token), linkPurpose: purpose }];
  }

  private isLive(token: string, user: string): string {
    return `${token}.consumed_at IS NULL AND ${token}.expires_at > ${this.now}
      AND COALESCE(${token}.credentials_version, ${user}.credentials_version) = ${user}.credentials_version`;
  }
}
