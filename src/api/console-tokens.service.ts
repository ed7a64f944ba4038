import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { AuditLog } from '../audit/audit-log.service.js';
import { sha256 } from '../crypto/digest.js';
import { randomToken } from '../crypto/random-token.js';
import type { CurrentSession } from '../session/session.service.js';
import { Session } from '../session/session.entity.js';
import { sqlNow } from '../sql/now.js';
import type { PersonCaller } from './caller.js';
import { ConsoleToken } from './console-token.entity.js';
import { isStaff, scopesOf } from './staff-roles.js';

/** So that a token of the wrong kind is recognised at sight, and by secret scanners. */
const PREFIX = 'dwc_';
const LIFETIME_SECONDS = 10 * 60;

/** A console token as the person's browser gets it. */
export interface IssuedConsoleToken {
  readonly token: string;
  /** Seconds. */
  readonly expiresIn: number;
}

/** Owns `console_tokens`: a person's session on this server, exchanged for a token of the admin API. */
@Injectable()
export class ConsoleTokens {
  private readonly now: string;

  constructor(
    @InjectRepository(ConsoleToken) private readonly tokens: Repository<ConsoleToken>,
    private readonly audit: AuditLog,
  ) {
    this.now = sqlNow(tokens.manager);
  }

  /** A new token for the session's user; undefined for somebody who is none of the staff. */
  async issue({ sid, user }: CurrentSession): Promise<IssuedConsoleToken | undefined> {
    if (!isStaff(user.role)) return undefined;
    const token = `${PREFIX}${randomToken()}`;
    await this.tokens
      .createQueryBuilder()
      .insert()
      .values({
        digest: sha256(token),
        userId: user.id,
        sid,
        createdAt: () => this.now,
        expiresAt: () => `${this.now} + ${LIFETIME_SECONDS * 1000}`,
      })
      .updateEntity(false)
      .execute();
    await this.audit.record({ action: 'console_token.issued', target: { type: 'session', id: sid } });
    return { token, expiresIn: LIFETIME_SECONDS };
  }

  isOne(token: string): boolean {
    return token.startsWith(PREFIX);
  }

  /**
   * Who a token stands for, with the rights that they have now. Found only while everything that it hangs from is
   * good: token and session not expired, user active, the password still the one they signed in with. One SELECT.
   */
  async caller(token: string): Promise<PersonCaller | undefined> {
    const { entities, raw } = await this.tokens
      .createQueryBuilder('token')
      .innerJoinAndSelect('token.user', 'user')
      .innerJoin(Session, 'session', 'session.sid = token.sid AND session.userId = token.userId')
      .addSelect(`${this.now} - session.authTime`, 'login_age')
      .where({ digest: sha256(token) })
      .andWhere(`token.expiresAt > ${this.now} AND session.expiresAt > ${this.now}`)
      .andWhere(`user.status = 'active' AND session.credentialsVersion = user.credentialsVersion`)
      .getRawAndEntities<{ login_age: unknown }>();
    const [found] = entities;
    if (found?.user === undefined || !isStaff(found.user.role)) return undefined;
    const { id, username, role } = found.user;
    const loginAge = Math.floor(Number(raw[0]?.login_age) / 1000);
    return { kind: 'user', id, username, role, scopes: scopesOf(role), sid: found.sid, loginAge };
  }
}
