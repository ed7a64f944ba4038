import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { consoleFormPage } from '../../pages/console-form/console-form.page.js';
import { consoleListPage } from '../../pages/console-list/console-list.page.js';
import { tableOf } from '../../pages/console-views.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { type ListQuery, ListState } from '../list-state.js';
import { ISSUED_FILTERS, questionView, REVOKE_ALL, TOKEN_COLUMNS, tokenCells, TOKENS } from './issued-views.js';

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

  @Get(':id/revoke')
  async ask(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const token = answerOf(await api.GET('/api/v1/tokens/{id}', { params: { path: { id } } }), request);
    const view = questionView({
      title: `Revoke this token of ${token.client_name}?`,
      lead: token.username === null ? 'The app has it for itself.' : `It opens data of ${token.username}.`,
      back: { label: 'Access tokens', url: TOKENS },
      consequences: [
        'It opens nothing from now on.',
        token.grant_id === null
          ? 'The app can get another one with its secret: to stop it, suspend the app.'
          : 'An app with a refresh token gets another one: to end that as well, revoke the authorization.',
      ],
      actionUrl: `${TOKENS}/${token.id}/revoke`,
      submit: 'Revoke',
    });
    return this.pages.send(reply, session, consoleFormPage, view, { current: TOKENS });
  }

  @Post(':id/revoke')
  async revoke(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    answerOf(await api.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } }), request);
    return this.pages.done(reply, TOKENS, 'ended');
  }
}
