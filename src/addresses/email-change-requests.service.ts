import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { Mailer } from '../mail/mailer.service.js';
import { Notices } from '../mail/notices.service.js';
import { DuplicateUserError } from '../users/duplicate-user-error.js';
import { EmailChanges, type FoundChange, type Side } from '../users/email-changes.service.js';
import { provenName } from '../users/proven-name.js';
import type { User } from '../users/user.entity.js';
import { UserService } from '../users/user.service.js';

const HOUR = 60 * 60;

/** What a confirmation led to. `taken`: another account has the address by now. */
export type ChangeOutcome = 'waiting' | 'done' | 'taken';

/** Changes of address, from the wish to the second confirmation. See docs/adr/0036. */
@Injectable()
export class EmailChangeRequests {
  constructor(
    private readonly changes: EmailChanges,
    private readonly users: UserService,
    private readonly mailer: Mailer,
    private readonly notices: Notices,
    private readonly settings: Settings,
  ) {}

  /**
   * Mails a link to both addresses. Whoever asks sees the same, and it costs the same, when another account has the new
   * address: its owner is told instead (attack A39).
   * @param tellsNew false when the new address has had too many such mails
   */
  async begin(user: User, email: string, { tellsNew }: { readonly tellsNew: boolean }): Promise<void> {
    const isProven = user.emailVerifiedAt !== null;
    const tokens = await this.changes.begin(user, email, { needsOld: isProven });
    const owner = await this.users.byLogin(email);
    const hours = this.settings.lifetimes.emailChange / HOUR;
    const { locale } = user;
    if (tellsNew && owner !== null) await this.tellOwner(owner);
    else if (tellsNew) {
      const values = { link: this.linkOf('new', tokens.new), hours };
      await this.mailer.send({ to: email, template: 'change-email-new', values, locale });
    }
    await this.mailer.send({
      to: user.email,
      template: 'change-email-old',
      // An address that nobody has proven may be a stranger's: it learns nothing about the account.
      values: { link: this.linkOf('old', tokens.old), hours, newEmail: isProven ? email : null },
      locale,
    });
  }

  /** Notes that one address agrees, and makes the change when the other one does too. */
  async confirm(side: Side, token: string, { change, user }: FoundChange): Promise<ChangeOutcome> {
    await this.changes.confirm(side, token);
    try {
      if (await this.changes.complete(change)) await this.tellOld(user, change.email);
      // Of two confirmations that come at once, the other one may have made the change.
      else if ((await this.users.byId(user.id))?.emailKey !== change.emailKey) return 'waiting';
      return 'done';
    } catch (error) {
      if (error instanceof DuplicateUserError) return 'taken';
      throw error;
    }
  }

  private async tellOwner(owner: User): Promise<void> {
    const { email, locale } = owner;
    await this.mailer.send({ to: email, template: 'email-in-use', values: { username: provenName(owner) }, locale });
  }

  private async tellOld(user: User, newEmail: string): Promise<void> {
    if (user.emailVerifiedAt === null) return;
    const at = new Date().toISOString();
    await this.notices.tell(user, 'email-changed', { username: user.username, newEmail, at });
  }

  private linkOf(side: Side, token: string): string {
    return `${this.settings.issuer}/email-change/${side}?token=${token}`;
  }
}
