import { Injectable } from '@nestjs/common';
import { LiveSettings } from '../settings/live-settings.service.js';
import { CreateUser } from '../users/create-user.dto.js';
import type { Invitation } from '../users/invitation.entity.js';
import { Invitations } from '../users/invitations.service.js';
import { type RegisterOptions, UserService } from '../users/user.service.js';
import type { User } from '../users/user.entity.js';

/** Makes users out of people who were invited. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly invitations: Invitations,
    private readonly users: UserService,
    private readonly live: LiveSettings,
  ) {}

  /** The invitation of a link that works. Where sign-up is closed, none does. */
  async of(token: unknown): Promise<Invitation | undefined> {
    if (typeof token !== 'string') return undefined;
    const { registration } = await this.live.current();
    return registration === 'closed' ? undefined : this.invitations.live(token);
  }

  /**
   * Spends the link and makes the user, with the address that it was mailed to as a proven one. A failure gives the
   * link back.
   * @returns undefined when the link does not work any more
   * @throws what `UserService.register` throws
   */
  async accept(
    token: string,
    chosen: Omit<CreateUser, 'email'>,
    { picture }: Pick<RegisterOptions, 'picture'>,
  ): Promise<User | undefined> {
    const invitation = await this.of(token);
    if (invitation === undefined || !(await this.invitations.spend(token))) return undefined;
    const { email, role, name, locale } = invitation;
    try {
      const newUser = Object.assign(new CreateUser(), chosen, { email });
      const user = await this.users.register(newUser, { role, picture, invited: { name, locale } });
      await this.invitations.accepted(invitation, user.id);
      return user;
    } catch (error) {
      await this.invitations.giveBack(invitation);
      throw error;
    }
  }
}
