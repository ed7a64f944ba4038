import { type FieldFault, Problem } from '../../http/problem.js';
import { type Asked, DAY_MS, type Interval } from '../../statistics/time-buckets.js';
import { timeZoneName } from '../../users/time-zone.js';
import type { StatisticsQuery } from './statistics.dto.js';

const DEFAULT_DAYS: Readonly<Record<Interval, number>> = { hour: 1, day: 30 };
const MOST_DAYS: Readonly<Record<Interval, number>> = { hour: 31, day: 400 };

/**
 * The time that a caller asks about.
 * @throws Problem `validation-failed` where it is too long, runs backwards or is of no zone
 */
export function askedTime({ since, until, interval, time_zone }: StatisticsQuery): Asked {
  const end = until === undefined ? new Date() : new Date(until);
  const start = since === undefined ? new Date(end.getTime() - DEFAULT_DAYS[interval] * DAY_MS) : new Date(since);
  const days = (end.getTime() - start.getTime()) / DAY_MS;
  if (!(days > 0)) throw refused({ field: 'since', message: 'The beginning must be before the end.' });
  if (days > MOST_DAYS[interval]) {
    const message = `At most ${MOST_DAYS[interval]} days in steps of ${interval === 'day' ? 'a day' : 'an hour'}.`;
    throw refused({ field: 'since', message });
  }
  const timeZone = timeZoneName(time_zone);
  if (timeZone === undefined) throw refused({ field: 'time_zone', message: 'There is no such time zone.' });
  return { since: start, until: end, interval, timeZone };
}

function refused(fault: FieldFault): Problem {
  return new Problem('validation-failed', undefined, { errors: [fault] });
}
