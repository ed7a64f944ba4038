import { Injectable } from '@nestjs/common';
import { PageError } from '../http/page-error.js';
import { text } from '../pages/texts.js';
import { LiveSettings } from '../settings/live-settings.service.js';
import type { User } from '../users/user.entity.js';

/** Who may register apps (`APP_REGISTRATION`). */
@Injectable()
export class AppPolicy {
  constructor(private readonly live: LiveSettings) {}

  /** Everybody while it is open; owners of the installation always. */
  async mayRegister(user: User): Promise<boolean> {
    return user.role === 'owner' || (await this.live.current()).appRegistration === 'open';
  }

  /** @throws PageError `forbidden` that says how apps are registered here */
  async requireMayRegister(user: User): Promise<void> {
    if (!(await this.mayRegister(user))) throw new PageError('forbidden', { detail: text('apps.closed') });
  }
}
