import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditRetention } from '../audit/audit-retention.service.js';
import { LiveSettings } from '../settings/live-settings.service.js';
import { sqlNow } from '../sql/now.js';
import { EXPIRING_TABLES, type ExpiringTable } from './expiring-tables.js';

/** Milliseconds between two rounds; each process adds up to half of it, so that several do not march in step. */
const INTERVAL_MS = 60_000;
/** Small, so that no statement holds many locks or delays a request behind it. */
const BATCH_SIZE = 500;
const MOST_BATCHES = 20;
/** Milliseconds until the next round when this one left rows behind. */
const SOON_MS = 1_000;

interface ExpiredRow {
  readonly id: unknown;
  /** Key of the row that it owns in another table, or null. */
  readonly owned: unknown;
}

/**
 * Deletes rows that have expired, a few at a time. Nothing depends on it: what has expired is refused whether its row is
 * still there or not. Any number of processes may run it at once; they only find less to do.
 */
@Injectable()
export class CleanUpService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(CleanUpService.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<unknown> = Promise.resolve();
  private isStopping = false;

  constructor(
    private readonly source: DataSource,
    private readonly audit: AuditRetention,
    private readonly live: LiveSettings,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule(INTERVAL_MS);
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** One round over all tables. @returns how many rows were deleted */
  async run(): Promise<number> {
    const { auditDays } = await this.live.current();
    let deleted = await this.audit.run(auditDays);
    for (const table of EXPIRING_TABLES) deleted += await this.empty(table);
    return deleted;
  }

  private schedule(interval: number): void {
    if (this.isStopping) return;
    this.timer = setTimeout(() => this.runInBackground(), interval * (1 + Math.random() / 2));
    this.timer.unref();
  }

  private runInBackground(): void {
    this.round = this.run().then(
      (deleted) => this.schedule(deleted < MOST_BATCHES * BATCH_SIZE ? INTERVAL_MS : SOON_MS),
      (error: unknown) => {
        // A database that is away comes back; the next round finds the rows.
        this.logger.warn(`clean-up failed: ${error instanceof Error ? error.name : 'unknown'}`);
        this.schedule(INTERVAL_MS);
      },
    );
  }

  private async empty(table: ExpiringTable): Promise<number> {
    let deleted = 0;
    for (let batch = 0; batch < MOST_BATCHES && !this.isStopping; batch += 1) {
      const rows = await this.expired(table);
      if (rows.length === 0) break;
      await this.delete(table, idsOf(rows));
      await this.deleteOwned(table, rows);
      deleted += rows.length;
      if (rows.length < BATCH_SIZE) break;
    }
    return deleted;
  }

  /** Read first, then deleted by key: neither database has a portable DELETE with a LIMIT. */
  private async expired({ table, primaryKey, expiry, keptFor, owns }: ExpiringTable): Promise<ExpiredRow[]> {
    return this.source
      .createQueryBuilder()
      .select(`t.${this.quoted(primaryKey)}`, 'id')
      .addSelect(owns === undefined ? 'NULL' : `t.${owns.column}`, 'owned')
      .from(table, 't')
      .where(`t.${expiry} <= ${sqlNow(this.source)} - ${keptFor}`)
      .orderBy(`t.${expiry}`)
      .limit(BATCH_SIZE)
      .getRawMany<ExpiredRow>();
  }

  /** Looks at the expiry once more: a row may have been given a longer life meanwhile. */
  private async delete({ table, primaryKey, expiry, keptFor }: ExpiringTable, keys: unknown[]): Promise<void> {
    await this.source
      .createQueryBuilder()
      .delete()
      .from(table)
      .where(`${this.quoted(primaryKey)} IN (:...keys) AND ${expiry} <= ${sqlNow(this.source)} - ${keptFor}`, { keys })
      .execute();
  }

  /** What the deleted rows alone referred to. A row that was given a longer life meanwhile keeps its own. */
  private async deleteOwned({ table, owns }: ExpiringTable, rows: readonly ExpiredRow[]): Promise<void> {
    const keys = rows.map(({ owned }) => owned).filter((owned) => owned !== null);
    if (owns === undefined || keys.length === 0) return;
    await this.source
      .createQueryBuilder()
      .delete()
      .from(owns.table)
      .where(`${owns.primaryKey} IN (:...keys)`, { keys })
      .andWhere(`${owns.primaryKey} NOT IN (SELECT ${owns.column} FROM ${table} WHERE ${owns.column} IN (:...keys))`)
      .execute();
  }

  /** `key` is a reserved word on MySQL. */
  private quoted(column: string): string {
    return this.source.driver.escape(column);
  }
}

function idsOf(rows: readonly ExpiredRow[]): unknown[] {
  return rows.map(({ id }) => id);
}
