import type { FastifyRequest } from 'fastify';
import type { components } from '../../../clients/typescript/schema.js';
import { answerOf } from '../api-answer.js';
import type { ConsoleClient } from '../console-api.service.js';
import { type Asked, CHART_NAMES, type ChartName, type Series, seriesOf } from './dashboard-charts.js';
import { apiQuery } from './dashboard-range.js';

export type TopClient = components['schemas']['TopClientResource'];

/** Everything that the dashboard shows numbers of. */
export interface Numbers {
  readonly charts: Readonly<Record<ChartName, Series>>;
  readonly newUsers: Series;
  readonly newClients: Series;
  readonly topClients: readonly TopClient[];
}

export async function numbersOf(api: ConsoleClient, request: FastifyRequest, asked: Asked): Promise<Numbers> {
  const charts: [ChartName, Series][] = [];
  for (const name of CHART_NAMES) charts.push([name, await seriesOf(api, request, name, asked)]);
  const query = { ...apiQuery(asked.range, asked.timeZone), by: 'tokens' as const, limit: 10 };
  const top = answerOf(await api.GET('/api/v1/statistics/top-clients', { params: { query } }), request);
  return {
    charts: Object.fromEntries(charts) as Record<ChartName, Series>,
    newUsers: await seriesOf(api, request, 'new-users', asked),
    newClients: await seriesOf(api, request, 'new-clients', asked),
    topClients: top.data,
  };
}
