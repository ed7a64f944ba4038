import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Look, SCHEMES, SIZES } from '../../charts/chart.js';
import { renderChart } from '../../charts/render-chart.js';
import { PageError } from '../../http/page-error.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { ConsoleApi } from '../console-api.service.js';
import type { ListQuery } from '../list-state.js';
import { CHART_NAMES, chartOf, seriesOf } from './dashboard-charts.js';
import { rangeOf } from './dashboard-range.js';

/**
 * `/admin/charts/<name>.svg`: a chart as a file of its own, so that the page's `<picture>` chooses the one for the ground
 * and the screen that it is on.
 */
@Controller('admin/charts')
export class ChartsController {
  constructor(private readonly api: ConsoleApi) {}

  @Get(':file')
  async show(
    @SignedIn() session: CurrentSession,
    @Param('file') file: string,
    @Query() query: ListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const name = CHART_NAMES.find((chart) => file === `${chart}.svg`);
    if (name === undefined) throw new PageError('not_found');
    const api = await this.api.for(request, session);
    const timeZone = session.user.zoneinfo ?? 'UTC';
    const series = await seriesOf(api, request, name, { range: rangeOf(query['range']), timeZone });
    const svg = await renderChart(chartOf(name, series), lookOf(query));
    return reply.type('image/svg+xml; charset=utf-8').header('cache-control', 'private, no-store').send(svg);
  }
}

function lookOf({ scheme, size }: ListQuery): Look {
  return {
    scheme: SCHEMES.find((one) => one === scheme) ?? 'light',
    size: SIZES.find((one) => one === size) ?? 'wide',
  };
}
