import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type FindOptionsWhere, LessThan, Not, type Repository, type SelectQueryBuilder } from 'typeorm';
import { v7 } from 'uuid';
import { AuditLog } from '../audit/audit-log.service.js';
import { Settings } from '../config/settings.js';
import { sha256 } from '../crypto/digest.js';
import { randomToken } from '../crypto/random-token.js';
import { clearCookie, readCookie, setCookie } from '../http/cookies.js';
import { noteActor } from '../http/origin.js';
import { noteUsersLocale } from '../http/request-language.js';
import { pictureUrl } from '../pictures/picture-url.js';
import { type KeysetPage, keysetPage, type Position } from '../sql/keyset.js';
import { sqlNow } from '../sql/now.js';
import { Statistics } from '../statistics/statistics.service.js';
import type { User } from '../users/user.entity.js';
import { renewBrowserState } from './browser-state.js';
import { SessionEndings } from './session-endings.service.js';
import { Session } from './session.entity.js';

/** Who is signed in with this browser. */
export interface CurrentSession {
  readonly sid: string;
  readonly authTime: Date;
  readonly amr: readonly string[];
  readonly user: User;
}

const HOUR_MS = 60 * 60 * 1000;
const MAX_USER_AGENT = 255;

/** Owns `sessions`: which browser is signed in as whom. */
@Injectable()
export class SessionService {
  /** Asked several times per request (guard, handler, frame), read once. */
  private readonly found = new WeakMap<FastifyRequest, Promise<CurrentSession | undefined>>();

  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly endings: SessionEndings,
    private readonly settings: Settings,
    private readonly audit: AuditLog,
    private readonly statistics: Statistics,
  ) {}

  /**
   * Signs the user in with this browser: always under a new id, so that an id planted before is worth nothing
   * (attack A28). Another user's session ends; one's own goes on under its `sid`, so that the apps of before still
   * belong to it.
   * @param options.amr how the user proved who they are (RFC 8176)
   */
  async start(
    request: FastifyRequest,
    reply: FastifyReply,
    user: User,
    { amr }: { readonly amr: readonly string[] },
  ): Promise<CurrentSession> {
    const sid = await this.takeOver(request, user);
    const [raw, authTime] = [randomToken(), new Date()];
    const now = sqlNow(this.sessions.manager);
    const { sessionAbsolute } = this.settings.lifetimes;
    await this.sessions
      .createQueryBuilder()
      .insert()
      .values({
        digest: sha256(raw),
        sid,
        userId: user.id,
        authTime,
        // As it was read together with the hash that the password was compared with.
        credentialsVersion: user.credentialsVersion,
        amr: [...amr],
        userAgent: request.headers['user-agent']?.slice(0, MAX_USER_AGENT) ?? null,
        createdAt: () => now,
        lastSeenAt: () => now,
        expiresAt: () => `${now} + ${sessionAbsolute * 1000}`,
      })
      .updateEntity(false)
      .execute();
    setCookie(reply, this.settings, { name: 'session', value: raw, maxAge: sessionAbsolute });
    renewBrowserState(reply, this.settings);
    const current = { sid, authTime, amr, user };
    void this.remember(request, Promise.resolve(current));
    showViewer(request, current);
    this.statistics.seen(user.id);
    await this.audit.record({ action: 'login.succeeded', target: { type: 'session', id: sid }, details: { amr } });
    return current;
  }

  /**
   * The live session of this browser, if there is one. One SELECT per request; disabled users have none, nor has a
   * login by a password that was changed since, even if it was on its way meanwhile.
   */
  current(request: FastifyRequest): Promise<CurrentSession | undefined> {
    return this.found.get(request) ?? this.remember(request, this.read(request));
  }

  /** Signs this browser out. Who must know is told first: a logout that is cut short can be repeated. */
  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const session = await this.current(request);
    if (session !== undefined) await this.endings.announce([{ sid: session.sid, userId: session.user.id }]);
    await this.deleteOf(request);
    clearCookie(reply, this.settings, 'session');
    renewBrowserState(reply, this.settings);
    void this.remember(request, Promise.resolve(undefined));
    delete request.viewer;
  }

  /**
   * Takes the session in which the password was changed along to the new credentials. The user's others are dead
   * already; that is announced, and their rows go.
   */
  async renew({ sid, user }: CurrentSession, credentialsVersion: number): Promise<void> {
    const isOlder = { credentialsVersion: LessThan(credentialsVersion) };
    await this.sessions.update({ sid, ...isOlder }, { credentialsVersion });
    await this.endWhere({ userId: user.id, sid: Not(sid), ...isOlder });
  }

  /** After the user's password was set anew from outside of any session: all of them are dead already. */
  forgetOlder(userId: string, credentialsVersion: number): Promise<void> {
    return this.endWhere({ userId, credentialsVersion: LessThan(credentialsVersion) });
  }

  /** The live sessions, of one user or of all, the newest first. One statement. */
  page(
    { userId }: { readonly userId?: string | undefined },
    { limit, after }: { readonly limit: number; readonly after?: Position | undefined },
  ): Promise<KeysetPage<Session>> {
    const query = this.live();
    if (userId !== undefined) query.andWhere({ userId });
    return keysetPage(query, { by: 'sid', direction: 'DESC', key: 'sid' }, limit, after);
  }

  /** The live session of this public id, with its user. */
  bySid(sid: string): Promise<Session | null> {
    return this.live().andWhere({ sid }).getOne();
  }

  /** Ends one session, whoever's it is. */
  endOne(sid: string): Promise<void> {
    return this.endWhere({ sid });
  }

  /** Signs the user out everywhere. */
  endAll(userId: string): Promise<void> {
    return this.endWhere({ userId });
  }

  private live(): SelectQueryBuilder<Session> {
    const now = sqlNow(this.sessions.manager);
    return this.sessions
      .createQueryBuilder('session')
      .innerJoinAndSelect('session.user', 'user')
      .andWhere(`session.expiresAt > ${now}`)
      .andWhere(`session.lastSeenAt > ${now} - ${this.settings.lifetimes.sessionIdle * 1000}`)
      .andWhere('session.credentialsVersion = user.credentialsVersion');
  }

  private async endWhere(where: FindOptionsWhere<Session>): Promise<void> {
    const ended = await this.sessions.find({ select: { sid: true, userId: true }, where });
    await this.endings.announce(ended);
    await this.sessions.delete(where);
  }

  /** The `sid` of a new session. What this browser had before ends, with an announcement if it was somebody else's. */
  private async takeOver(request: FastifyRequest, user: User): Promise<string> {
    const previous = await this.current(request);
    const isOwn = previous?.user.id === user.id;
    if (previous !== undefined && !isOwn) {
      await this.endings.announce([{ sid: previous.sid, userId: previous.user.id }]);
    }
    await this.deleteOf(request);
    return isOwn ? previous.sid : v7();
  }

  private remember(request: FastifyRequest, found: Promise<CurrentSession | undefined>) {
    this.found.set(request, found);
    return found;
  }

  private async read(request: FastifyRequest): Promise<CurrentSession | undefined> {
    const digest = this.presentedDigest(request);
    if (digest === undefined) return undefined;
    const now = sqlNow(this.sessions.manager);
    const { entities, raw } = await this.sessions
      .createQueryBuilder('session')
      .innerJoinAndSelect('session.user', 'user')
      .addSelect(`session.last_seen_at <= ${now} - ${HOUR_MS}`, 'is_stale')
      .where({ digest })
      .andWhere(`session.expires_at > ${now}`)
      .andWhere(`session.last_seen_at > ${now} - ${this.settings.lifetimes.sessionIdle * 1000}`)
      .andWhere(`user.status = 'active'`)
      .andWhere('session.credentialsVersion = user.credentialsVersion')
      .getRawAndEntities<{ is_stale: unknown }>();
    const [session] = entities;
    if (session?.user === undefined) return undefined;
    this.statistics.seen(session.user.id);
    if (Number(raw[0]?.is_stale) === 1) await this.touch(digest);
    const current = { sid: session.sid, authTime: session.authTime, amr: session.amr, user: session.user };
    showViewer(request, current);
    return current;
  }

  /** At most one write an hour; the idle time is days, so that is exact enough. */
  private async touch(digest: Buffer): Promise<void> {
    await this.sessions.update({ digest }, { lastSeenAt: () => sqlNow(this.sessions.manager) });
  }

  private async deleteOf(request: FastifyRequest): Promise<void> {
    const digest = this.presentedDigest(request);
    if (digest !== undefined) await this.sessions.delete({ digest });
  }

  private presentedDigest(request: FastifyRequest): Buffer | undefined {
    const raw = readCookie(request, this.settings, 'session');
    return raw !== undefined && /^[A-Za-z0-9_-]{43}$/.test(raw) ? sha256(raw) : undefined;
  }
}

/** From here on the request is that person's: for the page's header, its language, and the audit log. */
function showViewer(request: FastifyRequest, { user }: CurrentSession): void {
  noteActor({ type: 'user', id: user.id });
  const picture = pictureUrl(user.picture);
  request.viewer = {
    username: user.username,
    ...(picture === undefined ? {} : { pictureUrl: picture }),
    ...(user.zoneinfo === null ? {} : { timeZone: user.zoneinfo }),
    ...(user.role !== 'user' && { isStaff: true }),
  };
  noteUsersLocale(request, user.locale);
}
