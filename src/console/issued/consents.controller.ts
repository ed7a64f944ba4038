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
import { CONSENT_COLUMNS, consentCells, CONSENTS, ISSUED_FILTERS } from './issued-views.js';

/** `/admin/consents`: which apps people are connected with. */
@Controller('admin/consents')
export class ConsoleConsentsController {
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
    const state = new ListState(CONSENTS, asked, ISSUED_FILTERS);
    const api = await this.api.for(request, session);
    const { data, next } = answerOf(await api.GET('/api/v1/consents', { params: { query: state.query } }), request);
    const view = {
      title: 'Connected apps',
      lead: 'What people allowed apps on the consent page, the newest first. Nobody is asked again for what they allowed.',
      actions: [],
      ...state.view(next),
      table: tableOf('Connected apps', CONSENT_COLUMNS, data.map(consentCells)),
      empty: {
        title: 'Nobody is connected with an app',
        detail: 'A row appears when somebody signs in to an app and allows it something. Filters may hide some, too.',
      },
    };
    return this.pages.send(reply, session, consoleListPage, view, { current: CONSENTS });
  }
}
