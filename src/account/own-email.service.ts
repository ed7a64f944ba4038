import { Injectable } from '@nestjs/common';
import { EmailChangeRequests } from '../addresses/email-change-requests.service.js';
import { EmailVerification } from '../addresses/email-verification.service.js';
import { PageError } from '../http/page-error.js';
import type { EmailState } from '../pages/email/email.page.js';
import { addressMailCounters, passwordChangeCounters, wantedAddressCounters } from '../session/attempt-limits.js';
import { ThrottleService, TooManyAttemptsError } from '../throttle/throttle.service.js';
import { EmailChanges } from '../users/email-changes.service.js';
import { emailKey } from '../users/email-address.js';
import type { User } from '../users/user.entity.js';
import { UserService } from '../users/user.service.js';

/** Why a change of address was not begun: the faulty field and the key of its sentence. */
export type EmailRefusal = Readonly<Record<string, string>>;

/** What users do to their own address, under the limits that keep them from writing to strangers. */
@Injectable()
export class OwnEmail {
  constructor(
    private readonly verification: EmailVerification,
    private readonly requests: EmailChangeRequests,
    private readonly changes: EmailChanges,
    private readonly users: UserService,
    private readonly throttle: ThrottleService,
  ) {}

  /** What the pages say about it. */
  async stateOf({ id, email, emailVerifiedAt }: User): Promise<EmailState> {
    const canSend = this.verification.isPossible;
    const pending = canSend ? await this.changes.ofUser(id) : undefined;
    return {
      address: email,
      isVerified: emailVerifiedAt !== null,
      canSend,
      ...(pending && {
        pending: {
          email: pending.email,
          isOldConfirmed: pending.oldConfirmedAt !== null,
          isNewConfirmed: pending.newConfirmedAt !== null,
          expiresAt: pending.expiresAt,
        },
      }),
    };
  }

  /** Mails the link to a new one. @throws PageError `too_many_requests` */
  async verify(user: User): Promise<void> {
    if (user.emailVerifiedAt !== null) return;
    await limited(() => this.throttle.take(addressMailCounters(user.id)));
    await this.verification.send(user);
  }

  /**
   * Begins a change. Whoever finds an open browser cannot: it takes the password.
   * @returns what is wrong, or undefined when it was begun
   * @throws PageError `too_many_requests`
   * @throws PasswordQueueFullError
   */
  async change(user: User, email: string, password: string): Promise<EmailRefusal | undefined> {
    if (!this.verification.isPossible) throw new PageError('forbidden');
    const isRight = await limited(() =>
      this.throttle.countFailures(
        passwordChangeCounters(user.id),
        () => this.users.hasPassword(user.id, password),
        (right) => !right,
      ),
    );
    if (!isRight) return { current_password: 'validation.password_wrong' };
    if (emailKey(email) === user.emailKey) return { email: 'validation.email_same' };
    await limited(() => this.throttle.take(addressMailCounters(user.id)));
    await this.requests.begin(user, email, { tellsNew: await this.mayWriteTo(email) });
    return undefined;
  }

  /** Many accounts together must not fill a stranger's mailbox. Who asks sees no difference (attack A39). */
  private async mayWriteTo(email: string): Promise<boolean> {
    try {
      await this.throttle.take(wantedAddressCounters(emailKey(email)));
      return true;
    } catch (error) {
      if (error instanceof TooManyAttemptsError) return false;
      throw error;
    }
  }

  /** Takes a change back. */
  async cancel(user: User): Promise<boolean> {
    return this.changes.cancel(user.id);
  }
}

async function limited<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof TooManyAttemptsError)) throw cause;
    throw new PageError('too_many_requests', { cause, retryAfter: cause.retryAfterSeconds });
  }
}
