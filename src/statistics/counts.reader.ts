import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ClientKind, StatisticKind } from './statistic-kinds.js';
import { Statistic } from './statistic.entity.js';
import type { Span } from './time-buckets.js';

/** How often something happened within an hour. */
export interface HourCount {
  /** UTC epoch milliseconds. */
  readonly hour: number;
  readonly label: string;
  readonly amount: number;
}

/** Reads `statistics`. Every method is one statement. */
@Injectable()
export class StatisticsCounts {
  constructor(private readonly source: DataSource) {}

  /** @param prefix of labels; from a list of ours */
  async within(kind: StatisticKind, span: Span, prefix = ''): Promise<readonly HourCount[]> {
    const rows = await this.of(kind, span)
      .select('counted.hour', 'hour')
      .addSelect('counted.label', 'label')
      .addSelect('counted.amount', 'amount')
      .andWhere('counted.label LIKE :pattern', { pattern: `${prefix}%` })
      .getRawMany<{ hour: unknown; label: string; amount: unknown }>();
    return rows.map(({ hour, label, amount }) => ({ hour: Number(hour), label, amount: Number(amount) }));
  }

  /** Labels with their amounts, the largest first. */
  async top(kind: ClientKind, span: Span, limit: number): Promise<ReadonlyMap<string, number>> {
    const sums = this.sums(kind, span).orderBy('total', 'DESC').addOrderBy('label', 'ASC').limit(limit);
    return byLabel(await sums.getRawMany());
  }

  async ofLabels(kind: ClientKind, span: Span, labels: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (labels.length === 0) return new Map();
    return byLabel(await this.sums(kind, span).andWhere('counted.label IN (:...labels)', { labels }).getRawMany());
  }

  private sums(kind: StatisticKind, span: Span) {
    return this.of(kind, span)
      .select('counted.label', 'label')
      .addSelect('SUM(counted.amount)', 'total')
      .groupBy('counted.label');
  }

  private of(kind: StatisticKind, { start, end }: Span) {
    return this.source
      .createQueryBuilder(Statistic, 'counted')
      .where('counted.kind = :kind AND counted.hour >= :start AND counted.hour < :end', { kind, start, end });
  }
}

function byLabel(rows: { label: string; total: unknown }[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ label, total }) => [label, Number(total)]));
}
