import { Injectable } from '@nestjs/common';
import { ActivityReader } from './activity.reader.js';
import { StatisticsCounts } from './counts.reader.js';
import { quantile } from './histogram.js';
import { type ClientKind, type CountedKind, LATENCY, type TimedEndpoint } from './statistic-kinds.js';
import { type Asked, bucketsBefore, bucketsOf, type Span, spanOf } from './time-buckets.js';

/** Numbers over time. */
export interface Line {
  readonly key: string;
  /** One for each bucket; null where there was nothing to measure. */
  readonly values: readonly (number | null)[];
  /** Of the whole time. */
  readonly total: number | null;
  /** Of as many buckets before. */
  readonly previousTotal: number | null;
}

export interface Series {
  readonly buckets: readonly Span[];
  readonly lines: readonly Line[];
}

/** An app, and how much it did. */
export interface TopClient {
  readonly clientId: string;
  readonly total: number;
  readonly previousTotal: number;
}

const SHARES = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

/** What was counted, over time. What processes have not written yet is missing: the last seconds. */
@Injectable()
export class StatisticsReader {
  constructor(
    private readonly counts: StatisticsCounts,
    private readonly activity: ActivityReader,
  ) {}

  /** A line for each label that occurred, then or before, the most frequent first. Two statements. */
  async counted(kind: CountedKind, asked: Asked): Promise<Series> {
    const { buckets, now, before } = spansOf(asked);
    const counts = await this.counts.within(kind, now);
    const earlier = totals(await this.counts.within(kind, before));
    const [later, position] = [totals(counts), positionReader(buckets)];
    const values = new Map([...later.keys(), ...earlier.keys()].map((label) => [label, buckets.map(() => 0)]));
    for (const { label, hour, amount } of counts) {
      const line = values.get(label) ?? [];
      const index = position(hour);
      line[index] = (line[index] ?? 0) + amount;
    }
    const lines = [...values].map(([key, numbers]) => {
      return { key, values: numbers, total: later.get(key) ?? 0, previousTotal: earlier.get(key) ?? 0 };
    });
    return { buckets, lines: lines.toSorted((a, b) => b.total - a.total || b.previousTotal - a.previousTotal) };
  }

  /** People, each counted once in a bucket and once in the total. What is over is counted once. */
  async activeUsers(asked: Asked): Promise<Series> {
    const { buckets, now, before } = spansOf(asked);
    const values = await this.activity.countEach(buckets);
    const [total, previousTotal] = [await this.activity.count(now), await this.activity.count(before)];
    return { buckets, lines: [{ key: 'users', values, total, previousTotal }] };
  }

  /** Milliseconds that half, 95 % and 99 % of an endpoint's requests did not exceed. Two statements. */
  async latency(endpoint: TimedEndpoint, asked: Asked): Promise<Series> {
    const { buckets, now, before } = spansOf(asked);
    const prefix = `${endpoint} `;
    const counts = await this.counts.within(LATENCY, now, prefix);
    const earlier = totals(await this.counts.within(LATENCY, before, prefix), prefix);
    const position = positionReader(buckets);
    const inBuckets = Map.groupBy(counts, ({ hour }) => position(hour));
    const histograms = buckets.map((_span, index) => totals(inBuckets.get(index) ?? [], prefix));
    const whole = totals(counts, prefix);
    const lines = Object.entries(SHARES).map(([key, share]) => ({
      key,
      values: histograms.map((histogram) => quantile(histogram, share)),
      total: quantile(whole, share),
      previousTotal: quantile(earlier, share),
    }));
    return { buckets, lines };
  }

  /** The apps that did the most. Two statements. */
  async topClients(kind: ClientKind, asked: Asked, limit: number): Promise<readonly TopClient[]> {
    const { now, before } = spansOf(asked);
    const top = await this.counts.top(kind, now, limit);
    const earlier = await this.counts.ofLabels(kind, before, [...top.keys()]);
    return [...top].map(([clientId, total]) => ({ clientId, total, previousTotal: earlier.get(clientId) ?? 0 }));
  }
}

function spansOf(asked: Asked): { buckets: readonly Span[]; now: Span; before: Span } {
  const buckets = bucketsOf(asked);
  return { buckets, now: spanOf(buckets), before: spanOf(bucketsBefore(buckets, asked)) };
}

/** Amounts by label, without the prefix. */
function totals(counts: readonly { label: string; amount: number }[], prefix = ''): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { label, amount } of counts) {
    const key = label.slice(prefix.length);
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return sums;
}

/** Which bucket an hour belongs to. */
function positionReader(buckets: readonly Span[]): (hour: number) => number {
  return (hour) => buckets.findLastIndex(({ start }) => start <= hour);
}
