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
import { CONSENT_COLUMNS, consentCells, CONSENTS, ISSUED_FILTERS, questionView } from './issued-views.js';

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

  @Get(':id/withdraw')
  async ask(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const consent = answerOf(await api.GET('/api/v1/consents/{id}', { params: { path: { id } } }), request);
    const view = questionView({
      title: `Disconnect ${consent.client_name} from ${consent.username}?`,
      back: { label: 'Connected apps', url: CONSENTS },
      consequences: [
        `Every token that ${consent.client_name} has for ${consent.username} ends at once.`,
        'The app has to ask again, on the consent page, before it gets another one.',
        'What the app has copied already stays with it.',
      ],
      actionUrl: `${CONSENTS}/${consent.id}/withdraw`,
      submit: 'Disconnect',
    });
    return this.pages.send(reply, session, consoleFormPage, view, { current: CONSENTS });
  }

  @Post(':id/withdraw')
  async withdraw(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    answerOf(await api.DELETE('/api/v1/consents/{id}', { params: { path: { id } } }), request);
    return this.pages.done(reply, CONSENTS, 'ended');
  }
}
