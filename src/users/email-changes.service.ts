import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { AuditLog } from '../audit/audit-log.service.js';
import { Settings } from '../config/settings.js';
import { sha256 } from '../crypto/digest.js';
import { randomToken } from '../crypto/random-token.js';
import { sqlNow } from '../sql/now.js';
import { writeOne } from '../sql/write-one.js';
import { asDuplicate, DuplicateUserError } from './duplicate-user-error.js';
import { emailKey } from './email-address.js';
import { EmailChange } from './email-change.entity.js';
import { User } from './user.entity.js';

/** Which of the two addresses a link was mailed to. */
export type Side = 'old' | 'new';

/** What the two mailed links of a change carry. */
export type SideTokens = Readonly<Record<Side, string>>;

/** A change with its user, as the database's clock sees it. */
export interface FoundChange {
  readonly change: EmailChange;
  readonly user: User;
}

const COLUMNS = {
  old: { digest: 'oldDigest', confirmedAt: 'oldConfirmedAt' },
  new: { digest: 'newDigest', confirmedAt: 'newConfirmedAt' },
} as const;

/**
 * Owns `email_changes`: addresses that wait for two confirmations. A change is alive while it has not expired and the
 * user still has the address and the password of when they asked. What may happen once is one guarded statement.
 */
@Injectable()
export class EmailChanges {
  private readonly now: string;

  constructor(
    @InjectRepository(EmailChange) private readonly changes: Repository<EmailChange>,
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly settings: Settings,
    private readonly audit: AuditLog,
  ) {
    this.now = sqlNow(changes.manager);
  }

  /**
   * Keeps the wish for another address, in place of an earlier one.
   * @param needsOld whether the present address must agree. One that was never proven has no say
   */
  async begin(user: User, email: string, { needsOld }: { readonly needsOld: boolean }): Promise<SideTokens> {
    const tokens = { old: randomToken(), new: randomToken() };
    const { id: userId, emailKey: oldEmailKey, credentialsVersion } = user;
    const wish = {
      email,
      emailKey: emailKey(email),
      oldEmailKey,
      credentialsVersion,
      oldDigest: sha256(tokens.old),
      newDigest: sha256(tokens.new),
      oldConfirmedAt: needsOld ? null : () => this.now,
      newConfirmedAt: null,
      createdAt: () => this.now,
      expiresAt: () => `${this.now} + ${this.settings.lifetimes.emailChange * 1000}`,
    };
    await writeOne(
      async () =>
        (await this.changes.createQueryBuilder().update().set(wish).where({ userId }).execute()).affected === 1,
      () =>
        this.changes
          .createQueryBuilder()
          .insert()
          .values({ ...wish, userId })
          .updateEntity(false)
          .execute(),
    );
    return tokens;
  }

  /** The live change of a user. */
  async ofUser(userId: string): Promise<EmailChange | undefined> {
    return (await this.findBy('change.user_id = :userId', { userId }))?.change;
  }

  /** The live change that a mailed link is for. */
  async byLink(side: Side, token: string): Promise<FoundChange | undefined> {
    return this.findBy(`change.${side}_digest = :digest`, { digest: sha256(token) });
  }

  /** Notes that the address of this side agrees. Only the first time counts. */
  async confirm(side: Side, token: string): Promise<void> {
    const { digest, confirmedAt } = COLUMNS[side];
    await this.changes
      .createQueryBuilder()
      .update()
      .set({ [confirmedAt]: () => this.now })
      .where({ [digest]: sha256(token) })
      .andWhere(`${side}_confirmed_at IS NULL AND expires_at > ${this.now}`)
      .execute();
  }

  /**
   * Gives the user the new address if both have agreed, once. It is a proven one.
   * @returns whether this call did it
   * @throws DuplicateUserError when another user has taken the address meanwhile; the change is over then
   */
  async complete({ userId, email, emailKey: key }: EmailChange): Promise<boolean> {
    const isAgreed = `EXISTS (SELECT 1 FROM email_changes c WHERE c.user_id = users.id AND c.email_key = :key
      AND c.old_email_key = users.email_key AND c.credentials_version = users.credentials_version
      AND c.old_confirmed_at IS NOT NULL AND c.new_confirmed_at IS NOT NULL AND c.expires_at > ${this.now})`;
    try {
      const { affected } = await this.users
        .createQueryBuilder()
        .update()
        .set({ email, emailKey: key, emailVerifiedAt: () => this.now, updatedAt: () => this.now })
        .where(`id = :userId AND status = 'active' AND ${isAgreed}`, { userId, key })
        .execute();
      if (affected !== 1) return false;
    } catch (cause) {
      const error = asDuplicate(cause);
      if (error instanceof DuplicateUserError) await this.changes.delete({ userId, emailKey: key });
      throw error;
    }
    await this.changes.delete({ userId, emailKey: key });
    await this.audit.record({ action: 'user.email_changed', target: { type: 'user', id: userId } });
    return true;
  }

  /** Takes the wish back. @returns whether there was one, which then will never happen */
  cancel(userId: string): Promise<boolean> {
    return this.end({ userId });
  }

  /** The same by the link that the old address got. */
  stop(token: string): Promise<boolean> {
    return this.end({ oldDigest: sha256(token) });
  }

  /** What has happened already is not stopped: the row of a change may live a moment longer than the old address. */
  private async end(row: Partial<Pick<EmailChange, 'userId' | 'oldDigest'>>): Promise<boolean> {
    const { affected } = await this.changes
      .createQueryBuilder()
      .delete()
      .where(row)
      .andWhere('EXISTS (SELECT 1 FROM users u WHERE u.id = user_id AND u.email_key = old_email_key)')
      .execute();
    return affected === 1;
  }

  private async findBy(condition: string, parameters: object): Promise<FoundChange | undefined> {
    const change = await this.changes
      .createQueryBuilder('change')
      .innerJoinAndSelect('change.user', 'user')
      .where(condition, parameters)
      .andWhere(`change.expires_at > ${this.now} AND user.status = 'active'`)
      .andWhere('change.old_email_key = user.email_key AND change.credentials_version = user.credentials_version')
      .getOne();
    return change?.user === undefined ? undefined : { change, user: change.user };
  }
}
