import { Injectable, Logger } from '@nestjs/common';
import { Mailer } from '../mail/mailer.service.js';
import { UserLinks } from '../users/user-links.service.js';
import type { User } from '../users/user.entity.js';

const HOUR = 60 * 60;

/** Asks people to show that their address is theirs. */
@Injectable()
export class EmailVerification {
  private readonly logger = new Logger(EmailVerification.name);

  constructor(
    private readonly links: UserLinks,
    private readonly mailer: Mailer,
  ) {}

  /** Whether addresses can be proven at all: whether this server sends mail. */
  get isPossible(): boolean {
    return this.mailer.canSend;
  }

  /** Mails a link to the user's address, which ends the one before. */
  async send(user: User): Promise<void> {
    if (!this.isPossible) return;
    const link = await this.links.create(user, 'verify_email');
    const hours = this.links.lifetime('verify_email') / HOUR;
    await this.mailer.send({
      to: user.email,
      template: 'verify-email',
      values: { link, hours },
      locale: user.locale,
    });
  }

  /** The same for a new account, which exists whether or not this works: it can be asked for again. */
  async welcome(user: User): Promise<void> {
    try {
      await this.send(user);
    } catch (error) {
      this.logger.error(`no mail to a new account: ${error instanceof Error ? error.name : 'unknown'}`);
    }
  }
}
