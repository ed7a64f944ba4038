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
import { ISSUED_FILTERS, REVOKE_ALL, TOKEN_COLUMNS, tokenCells, TOKENS } from './issued-views.js';

/** `/admin/tokens`: access tokens that open something at this moment. */
@Controller('admin/tokens')
export class ConsoleTokensController {
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
    const state = new ListState(TOKENS, asked, ISSUED_FILTERS);
    const api = await this.api.for(request, session);
    const { data, next } = answerOf(await api.GET('/api/v1/tokens', { params: { query: state.query } }), request);
    const view = {
      title: 'Access tokens',
      lead: 'What opens something now, the newest first. The tokens themselves are stored nowhere and shown to nobody.',
      actions: [{ label: 'Revoke many', url: REVOKE_ALL, isDanger: true }],
      ...state.view(next),
      table: tableOf('Access tokens', TOKEN_COLUMNS, data.map(tokenCells)),
      empty: {
        title: 'No token opens anything now',
        detail: 'An app gets one when somebody signs in to it, or for itself. None lives long.',
      },
    };
    return this.pages.send(reply, session, consoleListPage, view, { current: TOKENS });
  }
}
