import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { sha256 } from '../crypto/digest.js';
import { Notices } from '../mail/notices.service.js';
import { loginKey } from '../users/login-key.js';
import type { User } from '../users/user.entity.js';
import { UserService } from '../users/user.service.js';
import { loginCounters } from './attempt-limits.js';
import { browserName } from './browser-name.js';
import { knownDevice, rememberDevice } from './device-cookie.js';
import { SessionService } from './session.service.js';
import { ThrottleService } from '../throttle/throttle.service.js';

export interface Credentials {
  /** User name or e-mail address. */
  readonly username: string;
  readonly password: string;
}

/** Signs people in by password. */
@Injectable()
export class LoginService {
  constructor(
    private readonly users: UserService,
    private readonly sessions: SessionService,
    private readonly throttle: ThrottleService,
    private readonly notices: Notices,
    private readonly settings: Settings,
  ) {}

  /**
   * Starts a session if name and password are right. Unknown names, disabled users and wrong passwords look the same
   * and take the same time (attack A39).
   * @returns whether they were right
   * @throws TooManyAttemptsError, PasswordQueueFullError
   */
  async login(request: FastifyRequest, reply: FastifyReply, { username, password }: Credentials): Promise<boolean> {
    const user = await this.users.byLogin(username);
    const device = user === null ? undefined : knownDevice(request, this.settings, user.id);
    const counters = loginCounters(request, accountOf(user, username), device);
    const isRight = await this.throttle.countFailures(
      counters,
      () => this.users.verify(user, password),
      (right) => !right,
    );
    if (!isRight || user === null) return false;
    await this.start(request, reply, user);
    if (device === undefined) await this.tellOfNewDevice(request, user);
    return true;
  }

  /** Signs in a user who has just proved who they are, and knows this browser from now on. */
  async start(request: FastifyRequest, reply: FastifyReply, user: User): Promise<void> {
    await this.sessions.start(request, reply, user, { amr: ['pwd'] });
    rememberDevice(reply, this.settings, user.id);
  }

  /** To a proven address only: one that was mistyped must not follow somebody else's days. */
  private async tellOfNewDevice({ headers }: FastifyRequest, user: User): Promise<void> {
    if (user.emailVerifiedAt === null) return;
    const { username } = user;
    const browser = browserName(headers['user-agent']) ?? null;
    await this.notices.tell(user, 'new-sign-in', { username, at: new Date().toISOString(), browser });
  }
}

/** What attempts are counted by; a name that no user has is counted too, so that both look the same. */
function accountOf(user: User | null, typed: string): string {
  return user?.id ?? sha256(loginKey(typed).key).toString('base64url');
}
