import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditLog, type AuditRecord } from '../audit/audit-log.service.js';
import { sha256 } from '../crypto/digest.js';
import { loginKey } from '../users/login-key.js';
import type { User } from '../users/user.entity.js';
import { UserService } from '../users/user.service.js';
import { loginCounters } from './attempt-limits.js';
import { LoginDevices } from './login-devices.service.js';
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
    private readonly devices: LoginDevices,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Starts a session if name and password are right. Unknown names, disabled users and wrong passwords look the same
   * and take the same time (attack A39).
   * @returns whether they were right
   * @throws TooManyAttemptsError, PasswordQueueFullError
   */
  async login(request: FastifyRequest, reply: FastifyReply, { username, password }: Credentials): Promise<boolean> {
    const user = await this.users.byLogin(username);
    const device = this.devices.known(request, user);
    const counters = loginCounters(request, accountOf(user, username), device);
    const isRight = await this.throttle.countFailures(
      counters,
      () => this.users.verify(user, password),
      (right) => !right,
    );
    if (!isRight || user === null) {
      await this.audit.record(failedLogin(user));
      return false;
    }
    await this.start(request, reply, user);
    if (device === undefined) await this.devices.tellOfNew(request, user);
    return true;
  }

  /** Signs in a user who has just proved who they are, and knows this browser from now on. */
  async start(request: FastifyRequest, reply: FastifyReply, user: User): Promise<void> {
    await this.sessions.start(request, reply, user, { amr: ['pwd'] });
    this.devices.remember(reply, user);
  }
}

/** What attempts are counted by; a name that no user has is counted too, so that both look the same. */
function accountOf(user: User | null, typed: string): string {
  return user?.id ?? sha256(loginKey(typed).key).toString('base64url');
}

/** What was typed is written down nowhere: people type passwords into the field for the name. */
function failedLogin(user: User | null): AuditRecord {
  if (user === null) return { action: 'login.failed', failure: 'unknown_user' };
  const failure = user.status === 'active' ? 'wrong_password' : 'disabled';
  return { action: 'login.failed', target: { type: 'user', id: user.id }, failure };
}
