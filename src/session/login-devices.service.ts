import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { Notices } from '../mail/notices.service.js';
import type { User } from '../users/user.entity.js';
import { browserName } from './browser-name.js';
import { knownDevice, rememberDevice } from './device-cookie.js';

/** Which browsers a user has signed in with before. */
@Injectable()
export class LoginDevices {
  constructor(
    private readonly notices: Notices,
    private readonly settings: Settings,
  ) {}

  /** The browser's own mark, if it was given one for this user. */
  known(request: FastifyRequest, user: User | null): string | undefined {
    return user === null ? undefined : knownDevice(request, this.settings, user.id);
  }

  remember(reply: FastifyReply, user: User): void {
    rememberDevice(reply, this.settings, user.id);
  }

  /** To a proven address only: one that was mistyped must not follow somebody else's days. */
  async tellOfNew({ headers }: FastifyRequest, user: User): Promise<void> {
    if (user.emailVerifiedAt === null) return;
    const { username } = user;
    const browser = browserName(headers['user-agent']) ?? null;
    await this.notices.tell(user, 'new-sign-in', { username, at: new Date().toISOString(), browser });
  }
}
