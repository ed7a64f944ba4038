import { MaybeText, MaybeTime, Shown, Text, Time } from '../../api/fields.js';
import { INVITATION_STATES, stateOf } from '../../users/invitation-directory.service.js';
import type { Invitation } from '../../users/invitation.entity.js';
import { USER_ROLES } from '../users/user.dto.js';

/** An invitation, as the API shows it. Never its link: that goes to the address alone. */
export class InvitationResource {
  @Text id!: string;
  @Text email!: string;
  @Shown({ enum: INVITATION_STATES }) state!: string;
  @MaybeText('Full name') name!: string | null;
  @MaybeText('BCP 47') locale!: string | null;
  @Shown({ enum: USER_ROLES, description: 'What the account will be' }) role!: string;
  @Shown({ enum: ['user', 'client', 'operator'], description: 'Who invited' }) inviter_type!: string;
  /** Id of the user or of the app; the name of the operator on their machine. */
  @Text inviter_id!: string;
  @MaybeText('Id of the user who came of it') user_id!: string | null;
  @Time('When it was made') created_at!: string;
  @Time('When the newest link was mailed') sent_at!: string;
  @Time('When that link ends') expires_at!: string;
  @MaybeTime('When the account was made') accepted_at!: string | null;
  @MaybeTime('When it was taken back') withdrawn_at!: string | null;
}

export function invitationResource(invitation: Invitation): InvitationResource {
  return {
    id: invitation.id,
    email: invitation.email,
    state: stateOf(invitation),
    name: invitation.name,
    locale: invitation.locale,
    role: invitation.role,
    inviter_type: invitation.inviterType,
    inviter_id: invitation.inviterId,
    user_id: invitation.userId,
    created_at: invitation.createdAt.toISOString(),
    sent_at: invitation.sentAt.toISOString(),
    expires_at: invitation.expiresAt.toISOString(),
    accepted_at: invitation.acceptedAt?.toISOString() ?? null,
    withdrawn_at: invitation.withdrawnAt?.toISOString() ?? null,
  };
}
