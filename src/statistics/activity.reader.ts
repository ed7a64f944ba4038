import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DAY_MS, HOUR_MS, type Span } from './time-buckets.js';

/** Stretches of one statement: SQLite joins no more than 500 SELECTs, and a stretch needs up to three. */
const BATCH = 150;
const HOURS_OF_DAY = 24;

/** Hours of a day of UTC, as `user_activity` has them. */
interface Hours {
  readonly day: number;
  readonly mask: number;
}

/** Counts people, each once however often they came. Reads `user_activity`. */
@Injectable()
export class ActivityReader {
  constructor(private readonly source: DataSource) {}

  /** How many were active in each of these stretches of time. One statement for 150. */
  async countEach(spans: readonly Span[]): Promise<readonly number[]> {
    const counts: number[] = spans.map(() => 0);
    for (let start = 0; start < spans.length; start += BATCH) {
      const rows = spans
        .slice(start, start + BATCH)
        .flatMap((span, index) => hoursOf(span).map(({ day, mask }) => [start + index, day, mask] as const));
      const found = await this.source.query<{ position: unknown; people: unknown }[]>(
        `SELECT asked.position, COUNT(DISTINCT activity.user_id) AS people
         FROM (${rows.map(() => 'SELECT ? AS position, ? AS day, ? AS mask').join(' UNION ALL ')}) asked
         JOIN user_activity activity ON activity.day = asked.day AND (activity.hours & asked.mask) <> 0
         GROUP BY asked.position`,
        rows.flat(),
      );
      for (const { position, people } of found) counts[Number(position)] = Number(people);
    }
    return counts;
  }

  /** How many were active within one long stretch. One statement. */
  async count(span: Span): Promise<number> {
    const hours = hoursOf(span);
    const [first, last] = [hours[0], hours.at(-1)];
    if (first === undefined || last === undefined) return 0;
    if (first.day === last.day) return (await this.countEach([span]))[0] ?? 0;
    const [found] = await this.source.query<{ people: unknown }[]>(
      `SELECT COUNT(DISTINCT user_id) AS people FROM user_activity
       WHERE day BETWEEN ? AND ? AND (day <> ? OR (hours & ?) <> 0) AND (day <> ? OR (hours & ?) <> 0)`,
      [first.day, last.day, first.day, first.mask, last.day, last.mask],
    );
    return Number(found?.people);
  }
}

function hoursOf({ start, end }: Span): Hours[] {
  const [first, last] = [Math.floor(start / DAY_MS), Math.floor((end - 1) / DAY_MS)];
  return Array.from({ length: last - first + 1 }, (_none, index) => {
    const day = first + index;
    const from = Math.max(0, (start - day * DAY_MS) / HOUR_MS);
    const until = Math.min(HOURS_OF_DAY, (end - day * DAY_MS) / HOUR_MS);
    return { day, mask: 2 ** until - 2 ** from };
  });
}
