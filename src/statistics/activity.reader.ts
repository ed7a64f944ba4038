import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DAY_MS, HOUR_MS, type Span } from './time-buckets.js';

/** Stretches of one statement: SQLite does nothing else meanwhile, so each is short. */
const BATCH = 10;
/** Numbers of stretches that are over, which are remembered; the oldest is forgotten first. */
const REMEMBERED = 5_000;
const HOURS_OF_DAY = 24;

/** Hours of a day of UTC, as `user_activity` has them. */
interface Hours {
  readonly day: number;
  readonly mask: number;
}

/** Counts people, each once however often they came. Reads `user_activity`. */
@Injectable()
export class ActivityReader {
  private readonly known = new Map<string, number>();

  constructor(private readonly source: DataSource) {}

  /** How many were active in each of these stretches of time. What is over is counted once. */
  async countEach(spans: readonly Span[]): Promise<readonly number[]> {
    const counted = new Map(spans.map((span) => [keyOf(span), this.known.get(keyOf(span))]));
    const unknown = spans.filter((span) => counted.get(keyOf(span)) === undefined);
    for (let start = 0; start < unknown.length; start += BATCH) {
      const part = unknown.slice(start, start + BATCH);
      const people = await this.countPart(part);
      for (const [index, span] of part.entries()) counted.set(keyOf(span), this.remember(span, people[index] ?? 0));
    }
    return spans.map((span) => counted.get(keyOf(span)) ?? 0);
  }

  /** How many were active within one long stretch. One statement. */
  async count(span: Span): Promise<number> {
    const known = this.known.get(keyOf(span));
    if (known !== undefined) return known;
    const hours = hoursOf(span);
    const [first, last] = [hours[0], hours.at(-1)];
    if (first === undefined || last === undefined) return 0;
    if (first.day === last.day) return (await this.countEach([span]))[0] ?? 0;
    const [found] = await this.source.query<{ people: unknown }[]>(
      `SELECT COUNT(DISTINCT user_id) AS people FROM user_activity
       WHERE day BETWEEN ? AND ? AND (day <> ? OR (hours & ?) <> 0) AND (day <> ? OR (hours & ?) <> 0)`,
      [first.day, last.day, first.day, first.mask, last.day, last.mask],
    );
    return this.remember(span, Number(found?.people));
  }

  private async countPart(spans: readonly Span[]): Promise<readonly number[]> {
    const rows = spans.flatMap((span, index) => hoursOf(span).map(({ day, mask }) => [index, day, mask] as const));
    const found = await this.source.query<{ position: unknown; people: unknown }[]>(
      `SELECT asked.position, COUNT(DISTINCT activity.user_id) AS people
       FROM (${rows.map(() => 'SELECT ? AS position, ? AS day, ? AS mask').join(' UNION ALL ')}) asked
       JOIN user_activity activity ON activity.day = asked.day AND (activity.hours & asked.mask) <> 0
       GROUP BY asked.position`,
      rows.flat(),
    );
    const counts = new Map(found.map(({ position, people }) => [Number(position), Number(people)]));
    return spans.map((_span, index) => counts.get(index) ?? 0);
  }

  /** An hour after its end every process has written what it saw. */
  private remember(span: Span, people: number): number {
    if (span.end > Date.now() - HOUR_MS) return people;
    this.known.set(keyOf(span), people);
    const [oldest] = this.known.keys();
    if (this.known.size > REMEMBERED && oldest !== undefined) this.known.delete(oldest);
    return people;
  }
}

function keyOf({ start, end }: Span): string {
  return `${start} ${end}`;
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
