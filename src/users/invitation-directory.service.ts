import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { type KeysetPage, keysetPage, type Position } from '../sql/keyset.js';
import { sqlNow } from '../sql/now.js';
import { emailKey } from './email-address.js';
import { Invitation } from './invitation.entity.js';

export const INVITATION_STATES = ['pending', 'accepted', 'expired', 'withdrawn'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** Which invitations a list shows. */
export interface InvitationFilter {
  readonly state?: InvitationState | undefined;
  /** The beginning of an address. */
  readonly search?: string | undefined;
}

/** Lists of invitations. Each is one statement, however many there are. */
@Injectable()
export class InvitationDirectory {
  private readonly conditions: Readonly<Record<InvitationState, string>>;

  constructor(@InjectRepository(Invitation) private readonly invitations: Repository<Invitation>) {
    const now = sqlNow(invitations.manager);
    const isOpen = 'invitation.accepted_at IS NULL AND invitation.withdrawn_at IS NULL';
    this.conditions = {
      pending: `${isOpen} AND invitation.expires_at > ${now}`,
      expired: `${isOpen} AND invitation.expires_at <= ${now}`,
      accepted: 'invitation.accepted_at IS NOT NULL',
      withdrawn: 'invitation.withdrawn_at IS NOT NULL',
    };
  }

  /** The newest first. @param page.after the end of the page before */
  page(
    { state, search }: InvitationFilter,
    { limit, after }: { readonly limit: number; readonly after?: Position | undefined },
  ): Promise<KeysetPage<Invitation>> {
    const query = this.invitations.createQueryBuilder('invitation');
    if (state !== undefined) query.andWhere(this.conditions[state]);
    if (search !== undefined) {
      const beginning = `${emailKey(search).replaceAll(/[|%_]/g, '|$&')}%`;
      query.andWhere("invitation.email_key LIKE :beginning ESCAPE '|'", { beginning });
    }
    return keysetPage(query, { by: 'id', direction: 'DESC' }, limit, after);
  }
}

/** What has become of an invitation. */
export function stateOf({ acceptedAt, withdrawnAt, expiresAt }: Invitation): InvitationState {
  if (acceptedAt !== null) return 'accepted';
  if (withdrawnAt !== null) return 'withdrawn';
  return expiresAt.getTime() > Date.now() ? 'pending' : 'expired';
}
