import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageError } from '../../http/page-error.js';
import { redirect } from '../../http/redirect.js';
import { consoleDashboardPage } from '../../pages/console-dashboard/console-dashboard.page.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import type { ListQuery } from '../list-state.js';
import { mayOpen } from '../may.js';
import { navigationFor } from '../navigation.js';
import { attentionOf } from './attention.js';
import { rangeOf } from './dashboard-range.js';
import { DASHBOARD, dashboardView } from './dashboard-view.js';
import { numbersOf } from './numbers.js';

/** `/admin`: how much happens, and what waits for somebody. Who may see no numbers is led to their first list. */
@Controller('admin')
export class DashboardController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get()
  async show(
    @SignedIn() session: CurrentSession,
    @Query() query: ListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (!mayOpen(session.user, DASHBOARD)) return leadElsewhere(session, reply);
    const asked = { range: rangeOf(query['range']), timeZone: session.user.zoneinfo ?? 'UTC' };
    const api = await this.api.for(request, session);
    const numbers = await numbersOf(api, request, asked);
    const attention = await attentionOf(api, request);
    const view = { ...dashboardView(numbers, asked), attention };
    return this.pages.send(reply, session, consoleDashboardPage, view, { current: DASHBOARD });
  }
}

function leadElsewhere({ user }: CurrentSession, reply: FastifyReply): FastifyReply {
  const first = navigationFor(user, DASHBOARD)[0]?.links[0]?.url;
  if (first === undefined) throw new PageError('forbidden', { detail: 'You administer nothing here.' });
  return redirect(reply, first);
}
