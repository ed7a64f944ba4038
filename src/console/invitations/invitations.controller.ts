import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { readFields } from '../../http/page-form.js';
import { consoleFormPage, type ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import { consoleListPage } from '../../pages/console-list/console-list.page.js';
import { tableOf } from '../../pages/console-views.js';
import { EMPTY_FORM } from '../../pages/form-view.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf, formAnswerOf, isRefused } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { type ListQuery, ListState } from '../list-state.js';
import { COLUMNS, FILTERS, formView, INVITATIONS, invitationCells } from './invitation-views.js';

/** `/admin/invitations`: who was asked to make an account. */
@Controller('admin/invitations')
export class ConsoleInvitationsController {
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
    const state = new ListState(INVITATIONS, asked, FILTERS);
    const api = await this.api.for(request, session);
    const { data, next } = answerOf(await api.GET('/api/v1/invitations', { params: { query: state.query } }), request);
    const invite = { label: 'Invite somebody', url: `${INVITATIONS}/new`, isPrimary: true };
    const view = {
      title: 'Invitations',
      lead: 'People who were asked by mail to make an account.',
      actions: [invite],
      ...state.view(next),
      table: tableOf('Invitations', COLUMNS, data.map(invitationCells)),
      empty: {
        title: 'Nobody is invited',
        detail:
          'An invited person gets a link that works once, for seven days, also while sign-up is closed to others.',
        action: invite,
      },
    };
    return this.pages.send(reply, session, consoleListPage, view, { current: INVITATIONS });
  }

  @Get('new')
  form(@SignedIn() session: CurrentSession, @Res() reply: FastifyReply): FastifyReply {
    return this.sendForm(reply, session, formView(EMPTY_FORM, randomUUID(), session.user), 200);
  }

  @Post('new')
  async invite(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { form_id: key = '', ...fields } = (await readFields(request)).fields;
    const { email = '', ...rest } = fields;
    const body = { email, ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== '')) };
    const api = await this.api.for(request, session);
    const result = await api.POST('/api/v1/invitations', {
      body: body as typeof body & { role: 'user' },
      headers: { 'idempotency-key': key },
    });
    const answer = formAnswerOf(result, request, fields);
    if (!isRefused(answer)) return this.pages.done(reply, INVITATIONS, 'created');
    return this.sendForm(reply, session, formView(answer.form, randomUUID(), session.user), 422);
  }

  private sendForm(reply: FastifyReply, session: CurrentSession, view: ConsoleFormView, status: number): FastifyReply {
    return this.pages.send(reply, session, consoleFormPage, view, { current: INVITATIONS, status });
  }
}
