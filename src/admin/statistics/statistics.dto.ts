import { IsIn, IsInt, IsTimeZone, Max, MaxLength, Min } from 'class-validator';
import { Digits, Optional, OptionalTime } from '../../api/page.dto.js';
import { INTERVALS, type Interval } from '../../statistics/time-buckets.js';
import { TIMED_ENDPOINTS, type TimedEndpoint } from '../../statistics/statistic-kinds.js';

const MAX_LIMIT = 50;

/** The apps can be ordered by these. */
export const ORDERS = ['tokens', 'sign-ins'] as const;

/** From when until when, and in which steps. */
export class StatisticsQuery {
  @OptionalTime('From this time on, of which the whole hour or day counts; by default a day or 30 days before `until`')
  since?: string;

  @OptionalTime('Before this time, of which the whole hour or day counts; by default now')
  until?: string;

  @Optional('Hours, of 31 days at most, or days, of 400 at most', { enum: INTERVALS, default: 'day' })
  @IsIn(INTERVALS, { message: `Choose one of ${INTERVALS.join(', ')}.` })
  interval: Interval = 'day';

  @Optional('Whose days: an IANA time zone', { type: 'string', default: 'UTC', example: 'Europe/Paris' })
  @IsTimeZone({ message: 'There is no such time zone.' })
  @MaxLength(64, { message: 'At most 64 characters.' })
  time_zone: string = 'UTC';
}

/** `GET /statistics/latency`. */
export class LatencyQuery extends StatisticsQuery {
  @Optional('Of which endpoint', { enum: TIMED_ENDPOINTS, default: 'token' })
  @IsIn(TIMED_ENDPOINTS, { message: `Choose one of ${TIMED_ENDPOINTS.join(', ')}.` })
  endpoint: TimedEndpoint = 'token';
}

/** `GET /statistics/top-clients`. */
export class TopClientsQuery extends StatisticsQuery {
  @Optional('By what they are ordered', { enum: ORDERS, default: 'tokens' })
  @IsIn(ORDERS, { message: `Choose one of ${ORDERS.join(', ')}.` })
  by: (typeof ORDERS)[number] = 'tokens';

  @Optional('How many', { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: 10 })
  @Digits()
  @IsInt({ message: 'A whole number is needed.' })
  @Min(1, { message: 'At least 1.' })
  @Max(MAX_LIMIT, { message: `At most ${MAX_LIMIT}.` })
  limit: number = 10;
}
