import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { consoleListPage } from '../../pages/console-list/console-list.page.js';
import { tableOf } from '../../pages/console-views.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { type ListQuery, ListState } from '../list-state.js';
import { GRANT_COLUMNS, grantCells, GRANTS, ISSUED_FILTERS } from './issued-views.js';

/** `/admin/grants`: what apps may do for people at this moment. */
@Controller('admin/grants')
export class ConsoleGrantsController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get()
  async list(
    @SignedIn() session: CurrentSession,
    @Query() asked: ListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const state = new ListState(GRANTS, asked, ISSUED_FILTERS);
    const api = await this.api.for(request, session);
    const { data, next } = answerOf(await api.GET('/api/v1/grants', { params: { query: state.query } }), request);
    const view = {
      title: 'Authorizations',
      lead: 'What apps may do for people now, the newest first. One row for each time that somebody signed in to an app.',
      actions: [],
      ...state.view(next),
      table: tableOf('Authorizations', GRANT_COLUMNS, data.map(grantCells)),
      empty: {
        title: 'No app may do anything now',
        detail: 'Those that ended, were revoked, or belong to disabled users and suspended apps are not shown.',
      },
    };
    return this.pages.send(reply, session, consoleListPage, view, { current: GRANTS });
  }
}
