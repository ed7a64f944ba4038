import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { consoleFormPage } from '../../pages/console-form/console-form.page.js';
import { consoleListPage } from '../../pages/console-list/console-list.page.js';
import { type ConsoleFieldView, tableOf } from '../../pages/console-views.js';
import { EMPTY_FORM } from '../../pages/form-view.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { type ListQuery, ListState } from '../list-state.js';
import { SESSION_COLUMNS, sessionCells } from './session-cells.js';

const SESSIONS = '/admin/sessions';
const FILTERS: readonly ConsoleFieldView[] = [
  { name: 'user_id', label: 'User id', kind: 'search', hint: 'As the page of a user shows it, at the end' },
];

/** `/admin/sessions`: browsers that are signed in. */
@Controller('admin/sessions')
export class ConsoleSessionsController {
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
    const state = new ListState(SESSIONS, asked, FILTERS);
    const api = await this.api.for(request, session);
    const { data, next } = answerOf(await api.GET('/api/v1/sessions', { params: { query: state.query } }), request);
    const view = {
      title: 'Sessions',
      lead: 'Browsers that are signed in, the newest first.',
      actions: [],
      ...state.view(next),
      table: tableOf('Sessions', SESSION_COLUMNS, data.map(sessionCells)),
      empty: { title: 'No browser is signed in', detail: 'A session begins when somebody signs in on the login page.' },
    };
    return this.pages.send(reply, session, consoleListPage, view, { current: SESSIONS });
  }

  @Get(':id/end')
  async ask(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const of = answerOf(await api.GET('/api/v1/sessions/{id}', { params: { path: { id } } }), request);
    const view = {
      title: `Sign ${of.username} out of ${of.browser ?? 'an unknown browser'}?`,
      back: { label: 'Sessions', url: SESSIONS },
      consequences: [
        'Whoever uses this browser has to sign in again.',
        'Apps that it signed in to hear of it if they asked to.',
        ...(id === session.sid ? ['It is the browser that you use right now.'] : []),
      ],
      actionUrl: `${SESSIONS}/${encodeURIComponent(id)}/end`,
      groups: [],
      hidden: [],
      form: EMPTY_FORM,
      submit: 'Sign out',
      isDanger: true,
    };
    return this.pages.send(reply, session, consoleFormPage, view, { current: SESSIONS });
  }

  @Post(':id/end')
  async end(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    answerOf(await api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } }), request);
    return this.pages.done(reply, SESSIONS, 'ended');
  }
}
