import { Get, Param, Query } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { Operation } from '../../api/operation.decorator.js';
import { ClientService } from '../../clients/client.service.js';
import { Problem } from '../../http/problem.js';
import type { ClientKind, CountedKind } from '../../statistics/statistic-kinds.js';
import { StatisticsReader } from '../../statistics/statistics-reader.service.js';
import { askedTime } from './asked-time.js';
import { LatencyQuery, type ORDERS, StatisticsQuery, TopClientsQuery } from './statistics.dto.js';
import { seriesResource, SeriesResource, TopClientsResource } from './statistics.resource.js';

/** What can be asked for, and what it is counted as. */
const SERIES = {
  'sign-ins': 'sign_in',
  tokens: 'token',
  'token-failures': 'token_failure',
  'new-users': 'new_user',
  'new-clients': 'new_client',
  'active-users': 'active_users',
} as const satisfies Record<string, CountedKind | 'active_users'>;
const NAMES = Object.keys(SERIES) as (keyof typeof SERIES)[];
const KINDS: Readonly<Record<(typeof ORDERS)[number], ClientKind>> = {
  tokens: 'client_token',
  'sign-ins': 'client_sign_in',
};
const scope = 'admin:statistics:read';

/** `/statistics` of the admin API: how much happens. Counts only; nothing tells what somebody did. */
@AdminApi('statistics')
export class StatisticsController {
  constructor(
    private readonly reader: StatisticsReader,
    private readonly clients: ClientService,
  ) {}

  @Get('latency')
  @Operation({
    id: 'getLatency',
    summary: 'How long the requests of an endpoint took: percentiles, estimated from a histogram',
    scope,
    answer: { status: 200, type: SeriesResource },
    problems: ['validation-failed'],
  })
  async latency(@Query() query: LatencyQuery): Promise<SeriesResource> {
    const asked = askedTime(query);
    return seriesResource('milliseconds', asked, await this.reader.latency(query.endpoint, asked));
  }

  @Get('top-clients')
  @Operation({
    id: 'getTopClients',
    summary: 'The apps with the most tokens, or the most sign-ins',
    scope,
    answer: { status: 200, type: TopClientsResource },
    problems: ['validation-failed'],
  })
  async topClients(@Query() query: TopClientsQuery): Promise<TopClientsResource> {
    const top = await this.reader.topClients(KINDS[query.by], askedTime(query), query.limit);
    const names = await this.clients.namesOf(top.map(({ clientId }) => clientId));
    const data = top.map(({ clientId, total, previousTotal }) => ({
      client_id: clientId,
      client_name: names.get(clientId) ?? null,
      total,
      previous_total: previousTotal,
    }));
    return { data };
  }

  @Get(':name')
  @ApiParam({ name: 'name', enum: NAMES })
  @Operation({
    id: 'getStatistics',
    summary: 'How often something happened, by the hour or the day',
    description: 'Sums by outcome, grant type or error code. `active-users` counts each person once.',
    scope,
    answer: { status: 200, type: SeriesResource },
    problems: ['not-found', 'validation-failed'],
  })
  async series(@Param('name') name: string, @Query() query: StatisticsQuery): Promise<SeriesResource> {
    if (!isSeries(name)) throw new Problem('not-found', `There is: ${NAMES.join(', ')}.`);
    const [kind, asked] = [SERIES[name], askedTime(query)];
    const isOfPeople = kind === 'active_users';
    const series = isOfPeople ? await this.reader.activeUsers(asked) : await this.reader.counted(kind, asked);
    return seriesResource('count', asked, series);
  }
}

function isSeries(name: string): name is keyof typeof SERIES {
  return (NAMES as readonly string[]).includes(name);
}
