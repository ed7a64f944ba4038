import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StatisticKind } from './statistic-kinds.js';
import { DAY_MS, HOUR_MS } from './time-buckets.js';

/** A year, and a month to compare with. */
const KEPT_MS = 400 * DAY_MS;
/** Rows of one statement. */
const BATCH = 200;

/** Counts that are not written yet. */
export interface Tally {
  readonly kind: StatisticKind;
  /** Start of the hour, UTC epoch milliseconds. */
  readonly hour: number;
  readonly label: string;
  readonly amount: number;
}

/** Owns the writing of `statistics` and `user_activity`. Each statement adds: any number of processes may write at once. */
@Injectable()
export class StatisticsStore {
  constructor(private readonly source: DataSource) {}

  /**
   * Adds to the counts, some rows at a time.
   * @param onWritten told of each part that is in the database
   */
  async count(tallies: readonly Tally[], onWritten: (written: readonly Tally[]) => void): Promise<void> {
    // In one order everywhere, so that two processes never wait for each other.
    const ordered = tallies.toSorted((a, b) => compare(a.kind, b.kind) || a.hour - b.hour || compare(a.label, b.label));
    for (const part of parts(ordered)) {
      await this.source.query(
        `INSERT INTO statistics (kind, hour, label, amount, expires_at)
         VALUES ${part.map(() => '(?, ?, ?, ?, ?)').join(', ')} ${this.adding('kind, hour, label', 'amount', '+')}`,
        part.flatMap(({ kind, hour, label, amount }) => [kind, hour, label, amount, hour + KEPT_MS]),
      );
      onWritten(part);
    }
  }

  /** Notes that these users were active in this hour. Whoever is gone meanwhile is left out. May be repeated. */
  async noteActive(hour: number, userIds: readonly string[]): Promise<void> {
    const day = Math.floor(hour / DAY_MS);
    const bit = 1 << ((hour % DAY_MS) / HOUR_MS);
    for (const part of parts(userIds.toSorted(compare))) {
      await this.source.query(
        `INSERT INTO user_activity (user_id, day, hours, expires_at)
         SELECT id, ?, ?, ? FROM users WHERE id IN (${part.map(() => '?').join(', ')}) ${this.adding('user_id, day', 'hours', '|')}`,
        [day, bit, hour + KEPT_MS, ...part],
      );
    }
  }

  /** What to do where the row is there already. */
  private adding(key: string, column: string, operator: '+' | '|'): string {
    if (this.source.options.type !== 'better-sqlite3') {
      return `ON DUPLICATE KEY UPDATE ${column} = ${column} ${operator} VALUES(${column})`;
    }
    return `ON CONFLICT (${key}) DO UPDATE SET ${column} = ${column} ${operator} excluded.${column}`;
  }
}

function* parts<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += BATCH) yield rows.slice(start, start + BATCH);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
