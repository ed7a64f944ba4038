import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ResetLinks } from '../addresses/reset-links.service.js';
import { PageError } from '../http/page-error.js';
import { Outbox } from '../outbox/outbox.service.js';
import { currentLanguage } from '../pages/reader.js';
import { recoveryCounters, recoveryMailCounters } from '../session/attempt-limits.js';
import { ThrottleService, TooManyAttemptsError } from '../throttle/throttle.service.js';
import { UserService } from '../users/user.service.js';

const KIND = 'password-recovery';

/** Somebody says that the password of this address is lost. */
interface LostPassword {
  readonly email: string;
  /** The authorization request that waited. */
  readonly interaction: string | null;
  /** Language of the one who asked, for a user of whom we know none. */
  readonly language: string;
}

/** Mails links for a new password. */
@Injectable()
export class PasswordRecovery implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly users: UserService,
    private readonly links: ResetLinks,
    private readonly throttle: ThrottleService,
  ) {}

  onModuleInit(): void {
    this.outbox.handle<LostPassword>(KIND, (payload) => this.mailLink(payload));
  }

  /**
   * Has a link mailed if there is such an account. The request itself looks nothing up: it keeps the wish, and what
   * follows happens behind it. So no answer, and no time of an answer, can tell who has an account (attack A39).
   * @throws PageError `too_many_requests`
   */
  async request(request: FastifyRequest, email: string, interaction?: string): Promise<void> {
    try {
      await this.throttle.take(recoveryCounters(request));
    } catch (cause) {
      if (!(cause instanceof TooManyAttemptsError)) throw cause;
      throw new PageError('too_many_requests', { cause, retryAfter: cause.retryAfterSeconds });
    }
    await this.outbox.enqueue(KIND, { email, interaction: interaction ?? null, language: currentLanguage() });
  }

  private async mailLink({ email, interaction, language }: LostPassword): Promise<void> {
    const user = await this.users.byLogin(email);
    if (user?.status !== 'active' || !(await this.mayMail(user.id))) return;
    await this.links.send(user, { interaction, language });
  }

  private async mayMail(userId: string): Promise<boolean> {
    try {
      await this.throttle.take(recoveryMailCounters(userId));
      return true;
    } catch (error) {
      if (error instanceof TooManyAttemptsError) return false;
      throw error;
    }
  }
}
