import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository, UpdateQueryBuilder } from 'typeorm';
import { AuditLog } from '../../audit/audit-log.service.js';
import { Settings } from '../../config/settings.js';
import { sqlNow } from '../../sql/now.js';
import type { UserRole } from '../../users/user.entity.js';
import { SELECTED_USER_COLUMNS } from '../selected-user-columns.js';
import { Grant } from '../grant.entity.js';

type NewGrant = Pick<Grant, 'id' | 'userId' | 'clientRowId' | 'sid' | 'authTime' | 'credentialsVersion' | 'scopes'> &
  Pick<Grant, 'codeDigest' | 'codeChallenge' | 'redirectUri' | 'nonce' | 'amr' | 'claims'>;

/** A grant with what the database's clock says about it at the moment of reading. */
export interface FoundGrant {
  readonly grant: Grant;
  /** Not expired, not revoked, and its user may sign in; whether it was redeemed already is `grant.consumedAt`. */
  readonly isCodeLive: boolean;
  /** Neither idle nor absolute end has come, not revoked, and its user may sign in. */
  readonly isRefreshLive: boolean;
  /** Whether the last rotation is so recent that a repeat of the old refresh token is a lost answer. */
  readonly isInReplayWindow: boolean;
}

/** What an app did with all that one user allowed it. */
export interface GrantSummary {
  /** When it last redeemed a code or refreshed a token. */
  readonly lastUsedAt: Date | null;
}

/** Whose grants end. One of the two at least. */
interface EveryGrant {
  readonly userId: string | undefined;
  readonly clientRowId: string | undefined;
  /** Only those of users who have one of these roles. */
  readonly roles: readonly UserRole[] | undefined;
}

type Flags = Record<'is_code_live' | 'is_refresh_live' | 'is_in_window', unknown>;

/**
 * The user still allows the app what they allowed it. Somebody may have removed the app while an authorization that had
 * read their consent before was on its way: its row comes too late to be revoked with the others.
 */
const IS_ALLOWED = `EXISTS (SELECT 1 FROM oauth_consents
  WHERE oauth_consents.user_id = oauth_grants.user_id AND oauth_consents.client_row_id = oauth_grants.client_row_id)`;

/**
 * Owns `oauth_grants`. Every method is one statement. What may happen once is an UPDATE with its condition in the
 * WHERE, committed by itself before anything else is looked at: a later failure can never undo it (CVE-2026-41213).
 */
@Injectable()
export class GrantStore {
  private readonly now: string;

  constructor(
    @InjectRepository(Grant) private readonly grants: Repository<Grant>,
    private readonly settings: Settings,
    private readonly audit: AuditLog,
  ) {
    this.now = sqlNow(grants.manager);
  }

  /** A new authorization with its code. The row outlives the code only once the code is redeemed. */
  async create(grant: NewGrant): Promise<void> {
    const { authorizationCode } = this.settings.lifetimes;
    await this.grants
      .createQueryBuilder()
      .insert()
      .values({
        ...grant,
        createdAt: () => this.now,
        codeExpiresAt: () => this.in(authorizationCode),
        expiresAt: () => this.in(authorizationCode),
      })
      .updateEntity(false)
      .execute();
  }

  byCode(codeDigest: Buffer): Promise<FoundGrant | undefined> {
    return this.find({ codeDigest });
  }

  byId(id: string): Promise<FoundGrant | undefined> {
    return this.find({ id });
  }

  /**
   * Redeems the code, once: true for exactly one caller.
   * RFC 6749 §4.1.2: "The client MUST NOT use the authorization code more than once."
   * @param refreshDigest digest of the refresh token that goes with it, if one does
   * @param lifetime seconds that the access token lives
   */
  async claimCode(id: string, refreshDigest: Buffer | undefined, lifetime: number): Promise<boolean> {
    const { refreshTokenAbsolute } = this.settings.lifetimes;
    const refresh = refreshDigest && {
      refreshDigest,
      refreshAbsoluteExpiresAt: () => this.in(refreshTokenAbsolute),
      ...this.refreshUsed(lifetime),
    };
    const claim = this.change({
      consumedAt: () => this.now,
      lastUsedAt: () => this.now,
      expiresAt: () => this.in(lifetime),
      ...refresh,
    });
    return isOne(
      claim.where(
        `id = :id AND consumed_at IS NULL AND revoked_at IS NULL AND code_expires_at > ${this.now} AND ${IS_ALLOWED}`,
        { id },
      ),
    );
  }

  /**
   * Moves on from one refresh token to the next, once: true for exactly one caller (RFC 9700 §4.14.2).
   * @param lifetime seconds that the access token lives
   * @param salt what the successor was computed with, so that it can be computed again in the replay window
   */
  async rotate(grant: Grant, lifetime: number, refreshDigest: Buffer, salt: Buffer): Promise<boolean> {
    return this.useRefresh(grant, lifetime, {
      refreshDigest,
      refreshPreviousDigest: grant.refreshDigest,
      refreshSalt: salt,
      refreshRotatedAt: () => this.now,
    });
  }

  /** Uses a refresh token that stays the same; slides its idle end. False when it was revoked or ended meanwhile. */
  async touch(grant: Grant, lifetime: number): Promise<boolean> {
    return this.useRefresh(grant, lifetime, {});
  }

  /** Somebody used a code or a refresh token a second time: the grant ends with everything that was issued from it. */
  async revokeReplayed(id: string): Promise<void> {
    if (!(await this.revoke(id))) return;
    await this.audit.record({ action: 'grant.replayed', target: { type: 'grant', id } });
  }

  /** Ends the grant with everything that was issued from it. @returns false when it had ended before */
  async revoke(id: string): Promise<boolean> {
    return (await this.end('id = :id', { id })) === 1;
  }

  /** Ends every grant of a user, of an app, or of one at the other. @returns how many that were */
  revokeEvery({ userId, clientRowId, roles }: EveryGrant): Promise<number> {
    const conditions = [
      ...(userId === undefined ? [] : ['user_id = :userId']),
      ...(clientRowId === undefined ? [] : ['client_row_id = :clientRowId']),
    ];
    if (conditions.length === 0) throw new Error('whose grants end must be said');
    if (roles !== undefined) conditions.push('user_id IN (SELECT id FROM users WHERE role IN (:...roles))');
    return this.end(conditions.join(' AND '), { userId, clientRowId, roles });
  }

  /** Ends the grant if it belongs to this client (RFC 7009 §2.1). */
  async revokeForClient(id: string, clientRowId: string): Promise<void> {
    await this.end('id = :id AND client_row_id = :clientRowId', { id, clientRowId });
  }

  /** Ends what the user allowed this client. */
  async revokeOf(userId: string, clientRowId: string): Promise<void> {
    await this.end('user_id = :userId AND client_row_id = :clientRowId', { userId, clientRowId });
  }

  /** Ends everything that the user allowed anyone. */
  async revokeAllOf(userId: string): Promise<void> {
    await this.end('user_id = :userId', { userId });
  }

  /** Ends what was allowed in these sessions, unless with `offline_access` (OpenID Connect Core §11). */
  async revokeOfSessions(sids: readonly string[]): Promise<void> {
    await this.end(`sid IN (:...sids) AND INSTR(scopes, '"offline_access"') = 0`, { sids });
  }

  /** How each client used what this user allowed it, by the client's row id. */
  async summaryOf(userId: string): Promise<Map<string, GrantSummary>> {
    const rows = await this.grants
      .createQueryBuilder('g')
      .select('g.clientRowId', 'client')
      .addSelect('MAX(g.lastUsedAt)', 'last')
      .where('g.userId = :userId AND g.revokedAt IS NULL', { userId })
      .groupBy('g.clientRowId')
      .getRawMany<{ client: string; last: unknown }>();
    return new Map(
      rows.map(({ client, last }) => [client, { lastUsedAt: last === null ? null : new Date(Number(last)) }]),
    );
  }

  private async find(key: { id: string } | { codeDigest: Buffer }): Promise<FoundGrant | undefined> {
    const window = this.settings.lifetimes.refreshReplayWindow;
    const { entities, raw } = await this.grants
      .createQueryBuilder('g')
      .innerJoin('g.user', 'owner')
      .addSelect(['status', 'credentialsVersion', ...SELECTED_USER_COLUMNS].map((column) => `owner.${column}`))
      .addSelect(`g.code_expires_at > ${this.now}`, 'is_code_live')
      .addSelect(
        `g.refresh_idle_expires_at > ${this.now} AND g.refresh_absolute_expires_at > ${this.now}`,
        'is_refresh_live',
      )
      .addSelect(`g.refresh_rotated_at > ${this.in(-window)}`, 'is_in_window')
      .where(key)
      .getRawAndEntities<Flags>();
    const [grant] = entities;
    const [flags] = raw;
    if (grant === undefined || flags === undefined) return undefined;
    return {
      grant,
      isCodeLive: isStanding(grant) && Number(flags.is_code_live) === 1,
      isRefreshLive: isStanding(grant) && Number(flags.is_refresh_live) === 1,
      // Two statements of one moment may see each other's clock in either order: no window must mean none.
      isInReplayWindow: this.settings.lifetimes.refreshReplayWindow > 0 && Number(flags.is_in_window) === 1,
    };
  }

  private useRefresh({ id, refreshDigest: current }: Grant, lifetime: number, values: Change): Promise<boolean> {
    const use = this.change({ lastUsedAt: () => this.now, ...this.refreshUsed(lifetime), ...values });
    return isOne(
      use.where(
        `id = :id AND refresh_digest = :current AND revoked_at IS NULL
         AND refresh_idle_expires_at > ${this.now} AND refresh_absolute_expires_at > ${this.now}`,
        { id, current },
      ),
    );
  }

  /** What every use of a refresh token pushes back. The row must outlive the access token that comes with it. */
  private refreshUsed(lifetime: number): Change {
    const { refreshTokenIdle } = this.settings.lifetimes;
    return {
      refreshIdleExpiresAt: () => this.in(refreshTokenIdle),
      expiresAt: () => this.in(refreshTokenIdle + lifetime),
    };
  }

  /** @returns how many that were */
  private async end(condition: string, parameters: object): Promise<number> {
    const { affected } = await this.change({ revokedAt: () => this.now })
      .where(`${condition} AND revoked_at IS NULL`, parameters)
      .execute();
    return affected ?? 0;
  }

  private change(values: Change): UpdateQueryBuilder<Grant> {
    return this.grants.createQueryBuilder().update().set(values);
  }

  /** A point in time as the database's clock sees it, some seconds from now. */
  private in(seconds: number): string {
    return `${this.now} + ${seconds * 1000}`;
  }
}

/** A password change ends a grant also when its row was written just after the others were revoked. */
function isStanding({ revokedAt, user, credentialsVersion }: Grant): boolean {
  return revokedAt === null && user?.status === 'active' && user.credentialsVersion === credentialsVersion;
}

type Change = Parameters<UpdateQueryBuilder<Grant>['set']>[0];

async function isOne(update: UpdateQueryBuilder<Grant>): Promise<boolean> {
  const { affected } = await update.execute();
  return affected === 1;
}
