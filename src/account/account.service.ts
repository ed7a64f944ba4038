import { Injectable } from '@nestjs/common';
import { PageError } from '../http/page-error.js';
import { Notices } from '../mail/notices.service.js';
import { passwordChangeCounters } from '../session/attempt-limits.js';
import { type CurrentSession, SessionService } from '../session/session.service.js';
import { type Counters, ThrottleService, TooManyAttemptsError } from '../throttle/throttle.service.js';
import { GrantService } from '../token/grant.service.js';
import { passwordFault } from '../users/password-policy.js';
import { provenName } from '../users/proven-name.js';
import type { ProfileChange } from '../users/user-columns.js';
import { UserService } from '../users/user.service.js';

/** Why a password was not changed: the faulty field and the key of its sentence. */
export type PasswordRefusal = Readonly<Record<string, string>>;

/** What users do to their own account, under the limits that keep others from doing it. */
@Injectable()
export class AccountService {
  constructor(
    private readonly users: UserService,
    private readonly sessions: SessionService,
    private readonly throttle: ThrottleService,
    private readonly grants: GrantService,
    private readonly notices: Notices,
  ) {}

  /** Changes the profile, all or nothing. @throws PictureError: a fault of the form */
  updateProfile({ user }: CurrentSession, change: ProfileChange): Promise<void> {
    return this.users.updateProfile(user, change);
  }

  /**
   * Changes the password and ends what somebody who knew the old one may have begun: the user's other sessions, and
   * everything that apps hold (attack A16).
   * @returns what is wrong, or undefined when it was changed
   * @throws PageError `too_many_requests`
   * @throws PasswordQueueFullError
   */
  async changePassword(session: CurrentSession, current: string, next: string): Promise<PasswordRefusal | undefined> {
    const { user } = session;
    const fault = passwordFault(next, user);
    if (fault !== undefined) return { new_password: `validation.password_${fault}` };
    const version = await this.counted(
      passwordChangeCounters(user.id),
      () => this.users.changePassword(user.id, current, next),
      (changedTo) => changedTo === undefined,
    );
    if (version === undefined) return { current_password: 'validation.password_wrong' };
    await this.sessions.renew(session, version);
    await this.grants.revokeAllOf(user.id);
    const at = new Date().toISOString();
    await this.notices.tell(user, 'password-changed', { username: provenName(user), at, wasReset: false });
    return undefined;
  }

  private async counted<T>(counters: Counters, work: () => Promise<T>, hasFailed: (result: T) => boolean): Promise<T> {
    try {
      return await this.throttle.countFailures(counters, work, hasFailed);
    } catch (cause) {
      if (!(cause instanceof TooManyAttemptsError)) throw cause;
      throw new PageError('too_many_requests', { cause, retryAfter: cause.retryAfterSeconds });
    }
  }
}
