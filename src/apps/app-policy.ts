import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { PageError } from '../http/page-error.js';
import { text } from '../pages/texts.js';
import type { User } from '../users/user.entity.js';

/** Who may register apps (`APP_REGISTRATION`). */
@Injectable()
export class AppPolicy {
  constructor(private readonly settings: Settings) {}

  /** Everybody while it is open; owners of the installation always. */
  mayRegister(user: User): boolean {
    return this.settings.appRegistration === 'open' || user.role === 'owner';
  }

  /** @throws PageError `forbidden` that says how apps are registered here */
  requireMayRegister(user: User): void {
    if (!this.mayRegister(user)) throw new PageError('forbidden', { detail: text('apps.closed') });
  }
}
