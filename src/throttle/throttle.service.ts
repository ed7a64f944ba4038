import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { inserted } from '../sql/inserted.js';
import { sqlNow } from '../sql/now.js';
import { Throttle } from './throttle.entity.js';

/** How often something may happen, counted from its first time. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

/** Limits by the key of their counter. */
export type Counters = ReadonlyMap<string, Limit>;

/** Something happened too often. */
export class TooManyAttemptsError extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('too many attempts');
  }
}

/**
 * Owns `throttles`: counters that all processes share. A point is taken before the work and given back when the work
 * turns out harmless, so that guesses sent at once cannot all start before the first one is counted (attack A38).
 */
@Injectable()
export class ThrottleService {
  private readonly now: string;

  constructor(@InjectRepository(Throttle) private readonly throttles: Repository<Throttle>) {
    this.now = sqlNow(throttles.manager);
  }

  /**
   * Does work that costs a point of every counter when it fails, and nothing otherwise. Work that could not be judged
   * (a full queue, a database that is away) costs nothing either.
   * @throws TooManyAttemptsError when a counter has no point left; the work is not begun then
   */
  async countFailures<T>(counters: Counters, work: () => Promise<T>, hasFailed: (result: T) => boolean): Promise<T> {
    await this.take(counters);
    try {
      const result = await work();
      if (!hasFailed(result)) await this.giveBack(counters.keys());
      return result;
    } catch (error) {
      await this.giveBack(counters.keys());
      throw error;
    }
  }

  /**
   * Takes one point of every counter, or of none.
   * @throws TooManyAttemptsError when a counter has none left
   */
  async take(counters: Counters): Promise<void> {
    const taken: string[] = [];
    for (const [key, limit] of counters) {
      if (await this.takeOne(key, limit)) taken.push(key);
      else {
        await this.giveBack(taken);
        throw new TooManyAttemptsError(await this.secondsLeft(key));
      }
    }
  }

  /**
   * Takes one point, and tells what is left.
   * @throws TooManyAttemptsError when there is none left
   */
  async spend(key: string, limit: Limit): Promise<{ readonly left: number; readonly resetSeconds: number }> {
    await this.take(new Map([[key, limit]]));
    const { points } = await this.throttles.findOneOrFail({ select: { key: true, points: true }, where: { key } });
    return { left: Math.max(0, limit.points - Number(points)), resetSeconds: await this.secondsLeft(key) };
  }

  private async giveBack(keys: Iterable<string>): Promise<void> {
    for (const key of keys) {
      await this.throttles
        .createQueryBuilder()
        .update()
        .set({ points: () => 'points - 1' })
        .where({ key })
        .andWhere('points > 0')
        .execute();
    }
  }

  private async takeOne(key: string, limit: Limit): Promise<boolean> {
    // The second round is for a counter that another request began between our two statements.
    return (await this.add(key, limit)) || (await this.begin(key, limit)) || (await this.add(key, limit));
  }

  /** One guarded statement; a counter whose time is over starts anew. */
  private async add(key: string, { points, seconds }: Limit): Promise<boolean> {
    const isOver = `expire <= ${this.now}`;
    const { affected } = await this.throttles
      .createQueryBuilder()
      .update()
      // MySQL assigns from left to right and sees what it has assigned: `points` must come before `expire`.
      .set({
        points: () => `CASE WHEN ${isOver} THEN 1 ELSE points + 1 END`,
        expire: () => `CASE WHEN ${isOver} THEN ${this.now} + ${seconds * 1000} ELSE expire END`,
      })
      .where({ key })
      .andWhere(`(${isOver} OR points < :points)`, { points })
      .execute();
    return affected === 1;
  }

  private async begin(key: string, { seconds }: Limit): Promise<boolean> {
    const values = { key, points: '1', expire: () => `${this.now} + ${seconds * 1000}` };
    return inserted(() => this.throttles.createQueryBuilder().insert().values(values).execute());
  }

  private async secondsLeft(key: string): Promise<number> {
    const row = await this.throttles
      .createQueryBuilder('throttle')
      .select(`throttle.expire - ${this.now}`, 'left')
      .where({ key })
      .getRawOne<{ left: unknown }>();
    return Math.max(1, Math.ceil(Number(row?.left ?? 0) / 1000));
  }
}
