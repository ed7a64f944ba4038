import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Not, type Repository } from 'typeorm';
import { Settings } from '../config/settings.js';
import { sha256 } from '../crypto/digest.js';
import { randomToken } from '../crypto/random-token.js';
import { sqlNow } from '../sql/now.js';
import type { CreateUser } from './create-user.dto.js';
import { OneTimeToken, type OneTimeTokenPurpose } from './one-time-token.entity.js';
import type { User } from './user.entity.js';
import { type RegisterOptions, UserService } from './user.service.js';

const PURPOSE = 'first_admin';
const SETUP_PATH = '/setup';

/** Owns the one-time links that make the first owner of an installation. */
@Injectable()
export class FirstAdminService {
  constructor(
    @InjectRepository(OneTimeToken) private readonly tokens: Repository<OneTimeToken>,
    private readonly users: UserService,
    private readonly settings: Settings,
  ) {}

  /** A new link when nobody owns the installation yet. */
  async linkIfNeeded(): Promise<string | undefined> {
    return (await this.isOver()) ? undefined : this.createLink();
  }

  /** Whether somebody owns the installation: no link works any more. */
  isOver(): Promise<boolean> {
    return this.users.hasRole('owner');
  }

  /**
   * Makes a link. Those before it go on until one of them is used: each process that starts prints one, and none may end
   * what another one has promised. The link is a credential: it is shown on the terminal, never logged.
   */
  async createLink(): Promise<string> {
    const token = randomToken();
    const now = sqlNow(this.tokens.manager);
    await this.tokens
      .createQueryBuilder()
      .insert()
      .values({
        digest: sha256(token),
        purpose: PURPOSE,
        createdAt: () => now,
        expiresAt: () => `${now} + ${this.settings.lifetimes.firstAdminLink * 1000}`,
      })
      .execute();
    return `${this.settings.issuer}${SETUP_PATH}?token=${token}`;
  }

  /** Whether the link still works. */
  async isLive(token: string): Promise<boolean> {
    return this.tokens.createQueryBuilder().where(rowOf(token)).andWhere(this.isSpendable()).getExists();
  }

  /**
   * Spends the link, ends every other one, and makes the owner. A failure gives the link back, and no other one.
   * @returns undefined when the link does not work: unknown, spent, too old, or there is an owner already
   * @throws what `UserService.register` throws
   */
  async createOwner(
    token: string,
    newUser: CreateUser,
    { picture }: Pick<RegisterOptions, 'picture'> = {},
  ): Promise<User | undefined> {
    if (!(await this.spend(token))) return undefined;
    try {
      return await this.users.register(newUser, { role: 'owner', picture });
    } catch (error) {
      await this.tokens.update(rowOf(token), { consumedAt: null });
      throw error;
    }
  }

  /**
   * One guarded statement: of two posts with the same link one gets through. Of two links as well: each ends the other
   * before it is spent itself, so at worst both have ended.
   */
  private async spend(token: string): Promise<boolean> {
    if (!(await this.isLive(token))) return false;
    await this.tokens.delete({ purpose: PURPOSE, consumedAt: IsNull(), digest: Not(sha256(token)) });
    const { affected } = await this.tokens
      .createQueryBuilder()
      .update()
      .set({ consumedAt: () => sqlNow(this.tokens.manager) })
      .where(rowOf(token))
      .andWhere(this.isSpendable())
      .execute();
    return affected === 1;
  }

  private isSpendable(): string {
    const now = sqlNow(this.tokens.manager);
    return `consumed_at IS NULL AND expires_at > ${now} AND NOT EXISTS (SELECT 1 FROM users WHERE role = 'owner')`;
  }
}

function rowOf(token: string): { digest: Buffer; purpose: OneTimeTokenPurpose } {
  return { digest: sha256(token), purpose: PURPOSE };
}
