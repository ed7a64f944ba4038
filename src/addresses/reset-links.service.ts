import { Injectable } from '@nestjs/common';
import { Mailer } from '../mail/mailer.service.js';
import { provenName } from '../users/proven-name.js';
import { UserLinks } from '../users/user-links.service.js';
import type { User } from '../users/user.entity.js';

const MINUTE = 60;

/** What whoever asks for the link knows besides. */
interface ResetLinkOptions {
  /** The authorization request that waits for the user. */
  readonly interaction?: string | null;
  /** For a user of whom we know no language. */
  readonly language?: string;
}

/** Mails links for a new password. */
@Injectable()
export class ResetLinks {
  constructor(
    private readonly links: UserLinks,
    private readonly mailer: Mailer,
  ) {}

  get canSend(): boolean {
    return this.mailer.canSend;
  }

  /** Mails a link to the user's address, which ends the one before. */
  async send(user: User, { interaction = null, language }: ResetLinkOptions = {}): Promise<void> {
    const link = await this.links.create(user, 'reset_password');
    await this.mailer.send({
      to: user.email,
      template: 'reset-password',
      values: {
        username: provenName(user),
        link: interaction === null ? link : `${link}&interaction=${encodeURIComponent(interaction)}`,
        minutes: this.links.lifetime('reset_password') / MINUTE,
      },
      locale: user.locale ?? language ?? null,
    });
  }
}
