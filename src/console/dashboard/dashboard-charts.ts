import type { FastifyRequest } from 'fastify';
import type { components } from '../../../clients/typescript/schema.js';
import type { Chart } from '../../charts/chart.js';
import { words } from '../../pages/console-views.js';
import { answerOf } from '../api-answer.js';
import type { ConsoleClient } from '../console-api.service.js';
import { apiQuery, type RangeName } from './dashboard-range.js';

export type Series = components['schemas']['SeriesResource'];
type Line = components['schemas']['LineResource'];

interface ChartKind {
  readonly title: string;
  /** What is counted or measured, for the line below the title. */
  readonly lead: string;
  readonly form: Chart['form'];
  /** What to say when nothing happened. */
  readonly empty: string;
  /** What a series is called; its key in words otherwise. */
  readonly names?: Readonly<Record<string, string>>;
}

/** Every chart of the dashboard, by the name in its address. */
export const CHARTS = {
  'sign-ins': {
    title: 'Sign-ins',
    lead: 'Sign-ins here, and attempts that failed',
    form: 'columns',
    empty: 'Nobody has signed in yet.',
    names: { throttled: 'Too many attempts' },
  },
  'active-users': {
    title: 'Active people',
    lead: 'Each counted once: signed in, came back, or used an app',
    form: 'columns',
    empty: 'Nobody was here yet.',
    names: { users: 'People' },
  },
  tokens: {
    title: 'Tokens',
    lead: 'Access tokens issued, by grant',
    form: 'columns',
    empty: 'No app has asked for a token yet.',
    names: { authorization_code: 'Code', refresh_token: 'Refresh' },
  },
  'token-failures': {
    title: 'Refused token requests',
    lead: 'By error code',
    form: 'columns',
    empty: 'No token request was refused.',
  },
  latency: {
    title: 'Latency of the token endpoint',
    lead: 'Milliseconds that 50, 95 and 99 % of the requests stayed within',
    form: 'lines',
    empty: 'No app has asked for a token yet.',
    names: { p50: 'p50', p95: 'p95', p99: 'p99' },
  },
} as const satisfies Record<string, ChartKind>;
export type ChartName = keyof typeof CHARTS;
export const CHART_NAMES = Object.keys(CHARTS) as ChartName[];

/** Of which time, in the days of which zone. */
export interface Asked {
  readonly range: RangeName;
  readonly timeZone: string;
}

/** More cannot be told apart, by their colours or their names. */
const MOST_SERIES = 4;

/** Numbers over time, as the API gives them. */
export async function seriesOf(
  api: ConsoleClient,
  request: FastifyRequest,
  name: ChartName | 'new-users' | 'new-clients',
  { range, timeZone }: Asked,
): Promise<Series> {
  const query = apiQuery(range, timeZone);
  if (name === 'latency') {
    return answerOf(await api.GET('/api/v1/statistics/latency', { params: { query } }), request);
  }
  return answerOf(await api.GET('/api/v1/statistics/{name}', { params: { path: { name }, query } }), request);
}

/** The chart of these numbers. */
export function chartOf(name: ChartName, { buckets, interval, time_zone, unit, lines }: Series): Chart {
  const { title, form }: ChartKind = CHARTS[name];
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: time_zone, day: 'numeric', month: 'short' });
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: time_zone, hour: '2-digit', minute: '2-digit' });
  return {
    form,
    title,
    unit: unit === 'milliseconds' ? 'ms' : '',
    labels: buckets.map((start) => (interval === 'day' ? day : hour).format(new Date(start))),
    series: shownLines(name, lines).map(({ key, values }) => ({ name: seriesName(name, key), values })),
  };
}

/** What a series is called where people read it. Error codes stay as they are: people look them up. */
export function seriesName(chart: ChartName, key: string): string {
  const { names = {} }: ChartKind = CHARTS[chart];
  return names[key] ?? (chart === 'token-failures' ? key : words(key));
}

/** Whether there is anything to draw. */
export function isEmpty({ lines }: Series): boolean {
  return lines.every(({ total }) => total === null || total === 0);
}

/** The lines that occurred; the rare ones as one, where there are many. */
export function shownLines(name: ChartName, lines: readonly Line[]): readonly Line[] {
  const occurred = lines.filter(({ total }) => total !== null && total > 0);
  if (name === 'latency' || occurred.length <= MOST_SERIES) return occurred;
  const rare = occurred.slice(MOST_SERIES - 1);
  const sum = (of: (line: Line) => number | null | undefined) => rare.reduce((all, line) => all + (of(line) ?? 0), 0);
  const values = (rare[0]?.values ?? []).map((_value, index) => sum((line) => line.values[index]));
  const others = {
    key: 'others',
    values,
    total: sum((line) => line.total),
    previous_total: sum((line) => line.previous_total),
  };
  return [...occurred.slice(0, MOST_SERIES - 1), others];
}
