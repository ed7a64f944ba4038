import { Injectable } from '@nestjs/common';
import { InvitationMails, type InvitationRefusal } from '../../addresses/invitation-mails.service.js';
import type { Caller } from '../../api/caller.js';
import { checkMayActOn, checkMayGive } from '../../api/rights.js';
import { Problem } from '../../http/problem.js';
import type { Invitation } from '../../users/invitation.entity.js';
import { Invitations } from '../../users/invitations.service.js';
import type { InvitationOrder } from './invitation.dto.js';

/** Why not, for whoever asked. */
const SENTENCES: Readonly<Record<InvitationRefusal | 'is_over', string>> = {
  closed: 'REGISTRATION is closed on this server: make the user, or let REGISTRATION be invite.',
  no_mail: 'This server sends no mail: set SMTP_URL.',
  has_account: 'A user has this address already.',
  is_invited: 'This address is invited already: have that mail sent again, or withdraw it first.',
  is_over: 'This invitation was accepted or withdrawn: make another one.',
};

/** Invitations through the admin API, by whom they may be given. */
@Injectable()
export class AdminInvitations {
  constructor(
    private readonly invitations: Invitations,
    private readonly mails: InvitationMails,
  ) {}

  /** @throws Problem `not-found` */
  async one(id: string): Promise<Invitation> {
    const invitation = await this.invitations.byId(id);
    if (invitation === null) throw new Problem('not-found');
    return invitation;
  }

  /** @throws Problem `forbidden`, `conflict` */
  async create(caller: Caller, { email, name, locale, role }: InvitationOrder): Promise<Invitation> {
    if (role !== 'user') checkMayGive(caller, role);
    const inviter = { type: caller.kind, id: caller.kind === 'client' ? caller.clientId : caller.id };
    // A member may come as null, for absent.
    const claims = { name: name ?? undefined, locale: locale ?? undefined };
    return orConflict(await this.mails.invite({ email, role, inviter, ...claims }));
  }

  /** @throws Problem `forbidden`, `conflict` */
  async resend(caller: Caller, invitation: Invitation): Promise<Invitation> {
    checkMayActOn(caller, invitation.role);
    return orConflict(await this.mails.again(invitation));
  }

  /** @throws Problem `forbidden`, `conflict` */
  async withdraw(caller: Caller, invitation: Invitation): Promise<Invitation> {
    checkMayActOn(caller, invitation.role);
    if (!(await this.invitations.withdraw(invitation.id))) throw new Problem('conflict', SENTENCES.is_over);
    return this.one(invitation.id);
  }
}

function orConflict(outcome: Invitation | keyof typeof SENTENCES): Invitation {
  if (typeof outcome === 'string') throw new Problem('conflict', SENTENCES[outcome]);
  return outcome;
}
