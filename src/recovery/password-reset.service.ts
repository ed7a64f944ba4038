import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Settings } from '../config/settings.js';
import { Notices } from '../mail/notices.service.js';
import { rememberDevice } from '../session/device-cookie.js';
import { SessionService } from '../session/session.service.js';
import { LinkEffects } from '../users/link-effects.service.js';
import { type PasswordFault, passwordFault } from '../users/password-policy.js';
import { provenName } from '../users/proven-name.js';
import { UserLinks } from '../users/user-links.service.js';
import type { User } from '../users/user.entity.js';

/** What became of a new password. `over`: the link does not work (any more). */
export type ResetOutcome = 'done' | 'over' | { readonly fault: PasswordFault };

/** Sets new passwords with mailed links. */
@Injectable()
export class PasswordReset {
  constructor(
    private readonly links: UserLinks,
    private readonly effects: LinkEffects,
    private readonly sessions: SessionService,
    private readonly notices: Notices,
    private readonly settings: Settings,
  ) {}

  /** Whose password a link may set; undefined when it does not work. Looking does not spend it. */
  async userOf(token: string): Promise<User | undefined> {
    const found = await this.links.find(token, 'reset_password');
    return found?.isLive === true ? found.user : undefined;
  }

  /**
   * Sets the password, once per link. Every session and everything that apps hold ends in the same statement
   * (docs/adr/0023). The browser counts as one of the user's, so that guesses of strangers do not keep them out now.
   * @throws PasswordQueueFullError
   */
  async reset(reply: FastifyReply, token: string, password: string): Promise<ResetOutcome> {
    const owner = await this.userOf(token);
    if (owner === undefined) return 'over';
    const fault = passwordFault(password, owner);
    if (fault !== undefined) return { fault };
    const user = await this.effects.resetPassword(token, password);
    if (user === undefined) return 'over';
    await this.sessions.forgetOlder(user.id, user.credentialsVersion);
    rememberDevice(reply, this.settings, user.id);
    const at = new Date().toISOString();
    await this.notices.tell(user, 'password-changed', { username: provenName(user), at, wasReset: true });
    return 'done';
  }
}
