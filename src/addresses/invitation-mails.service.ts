import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { Mailer } from '../mail/mailer.service.js';
import { LiveSettings } from '../settings/live-settings.service.js';
import type { Invitation } from '../users/invitation.entity.js';
import { Invitations, type MailableInvitation, type NewInvitation } from '../users/invitations.service.js';
import { UserService } from '../users/user.service.js';

const DAY = 24 * 60 * 60;

/** Why somebody cannot be invited, in a word. */
export type InvitationRefusal = 'closed' | 'no_mail' | 'has_account' | 'is_invited';

/** Asks people by mail to make an account. Following the link proves the address, so it goes there and nowhere else. */
@Injectable()
export class InvitationMails {
  constructor(
    private readonly invitations: Invitations,
    private readonly users: UserService,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
    private readonly live: LiveSettings,
  ) {}

  /** Invites somebody, or says why not. */
  async invite(wanted: NewInvitation): Promise<Invitation | InvitationRefusal> {
    const refusal = await this.refusal();
    if (refusal !== undefined) return refusal;
    if ((await this.users.byLogin(wanted.email)) !== null) return 'has_account';
    const made = await this.invitations.create(wanted);
    return made === undefined ? 'is_invited' : this.send(made);
  }

  /** Mails another link, which ends the one before; `is_over` for an invitation that was answered or withdrawn. */
  async again({ id, email }: Invitation): Promise<Invitation | InvitationRefusal | 'is_over'> {
    const refusal = await this.refusal();
    if (refusal !== undefined) return refusal;
    if ((await this.users.byLogin(email)) !== null) return 'has_account';
    const renewed = await this.invitations.renew(id);
    return renewed === undefined ? 'is_over' : this.send(renewed);
  }

  private async refusal(): Promise<InvitationRefusal | undefined> {
    if ((await this.live.current()).registration === 'closed') return 'closed';
    return this.mailer.canSend ? undefined : 'no_mail';
  }

  private async send({ invitation, link }: MailableInvitation): Promise<Invitation> {
    const { email, locale } = invitation;
    const values = { link, days: this.settings.lifetimes.invitation / DAY };
    await this.mailer.send({ to: email, template: 'invitation', values, locale });
    return invitation;
  }
}
