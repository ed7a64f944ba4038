import { MaybeText, Shown, Text, Time } from '../../api/fields.js';
import type { Line, Series } from '../../statistics/statistics-reader.service.js';
import { type Asked, INTERVALS, spanOf } from '../../statistics/time-buckets.js';

const NUMBER_OR_NULL = { type: 'number', nullable: true } as const;

/** Numbers of one kind. */
export class LineResource {
  @Shown({ type: 'string', description: 'What is counted: an outcome, a grant type, an error code, a percentile' })
  key!: string;
  @Shown({
    type: 'array',
    items: NUMBER_OR_NULL,
    description: 'One for each bucket; null where nothing was to measure',
  })
  values!: readonly (number | null)[];
  @Shown({ ...NUMBER_OR_NULL, description: 'Of the whole time' }) total!: number | null;
  @Shown({ ...NUMBER_OR_NULL, description: 'Of as many hours or days before' }) previous_total!: number | null;
}

/** Numbers over time, as the API shows them. */
export class SeriesResource {
  @Shown({ enum: ['count', 'milliseconds'] }) unit!: 'count' | 'milliseconds';
  @Shown({ enum: INTERVALS }) interval!: string;
  @Text time_zone!: string;
  @Time('Start of the first bucket') since!: string;
  @Time('End of the last bucket, which may lie ahead') until!: string;
  @Shown({
    type: 'array',
    items: { type: 'string', format: 'date-time' },
    description: 'Start of each; none is missing',
  })
  buckets!: readonly string[];
  @Shown({ type: [LineResource], description: 'Those that occurred, then or before, the most frequent first' })
  lines!: readonly LineResource[];
}

/** An app, and how much it did. */
export class TopClientResource {
  @Text client_id!: string;
  @MaybeText('Its name; null for an app that is gone') client_name!: string | null;
  @Shown({ type: 'integer' }) total!: number;
  @Shown({ type: 'integer', description: 'Of as many hours or days before' }) previous_total!: number;
}

/** The apps that did the most. */
export class TopClientsResource {
  @Shown({ type: [TopClientResource] }) data!: readonly TopClientResource[];
}

export function seriesResource(unit: SeriesResource['unit'], asked: Asked, { buckets, lines }: Series): SeriesResource {
  const { start, end } = spanOf(buckets);
  return {
    unit,
    interval: asked.interval,
    time_zone: asked.timeZone,
    since: timeText(start),
    until: timeText(end),
    buckets: buckets.map((bucket) => timeText(bucket.start)),
    lines: lines.map(lineResource),
  };
}

function lineResource({ key, values, total, previousTotal }: Line): LineResource {
  return { key, values, total, previous_total: previousTotal };
}

function timeText(time: number): string {
  return new Date(time).toISOString();
}
