import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { AuditLog } from '../audit/audit-log.service.js';
import { PasswordHasher } from '../crypto/password-hash.js';
import { sqlNow } from '../sql/now.js';
import { UserLinks } from './user-links.service.js';
import { User } from './user.entity.js';

/**
 * What a mailed link does to its user. One guarded UPDATE each, with the link in its WHERE: it does what it is for and
 * ends the link in the same statement, since a link works only while its address is unproven or its password unchanged.
 */
@Injectable()
export class LinkEffects {
  private readonly now: string;

  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly links: UserLinks,
    private readonly passwords: PasswordHasher,
    private readonly audit: AuditLog,
  ) {
    this.now = sqlNow(users.manager);
  }

  /** Marks the address that the link was mailed to as the user's own. @returns whether it is, by this link or before */
  async verifyEmail(token: string): Promise<boolean> {
    const [isLive, parameters] = this.links.condition(token, 'verify_email');
    const { affected } = await this.users
      .createQueryBuilder()
      .update()
      .set({ emailVerifiedAt: () => this.now, updatedAt: () => this.now })
      .where(`email_verified_at IS NULL AND ${isLive}`, parameters)
      .execute();
    if (affected === 1) await this.links.consume(token);
    // A button that is pressed twice says the same twice: the link tells no more than that.
    else if ((await this.links.find(token, 'verify_email'))?.user.emailVerifiedAt == null) return false;
    return true;
  }

  /**
   * Sets a new password. From then on no session, grant or link of before is alive, this one included. Whoever could
   * read the mail has also shown that the address is theirs.
   * @returns the user as they are now, or undefined when the link does not work (any more)
   * @throws PasswordQueueFullError
   */
  async resetPassword(token: string, password: string): Promise<User | undefined> {
    const found = await this.links.find(token, 'reset_password');
    // Before the costly hash: made-up links must not keep the processor busy.
    if (found === undefined || !found.isLive) return undefined;
    const passwordHash = await this.passwords.hash(password);
    const [isLive, parameters] = this.links.condition(token, 'reset_password');
    const { affected } = await this.users
      .createQueryBuilder()
      .update()
      .set({
        passwordHash,
        emailVerifiedAt: () => `COALESCE(email_verified_at, ${this.now})`,
        credentialsVersion: () => 'credentials_version + 1',
        updatedAt: () => this.now,
      })
      .where(isLive, parameters)
      .execute();
    if (affected !== 1) return undefined;
    await this.audit.record({ action: 'user.password_reset', target: { type: 'user', id: found.user.id } });
    await this.links.consume(token);
    return Object.assign(found.user, { credentialsVersion: found.user.credentialsVersion + 1 });
  }
}
