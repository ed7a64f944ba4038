import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFields } from '../../http/page-form.js';
import { consoleFormPage, type ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import type { FormView } from '../../pages/form-view.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { formAnswerOf, isRefused } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { type ListQuery, ListState } from '../list-state.js';
import { ISSUED_FILTERS, REVOKE_ALL, TOKENS } from './issued-views.js';

/** `/admin/tokens/revoke`: everything of a user, of an app, or of one at the other. Its address may say whose. */
@Controller(REVOKE_ALL)
export class TokenRevocationController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get()
  ask(@SignedIn() session: CurrentSession, @Query() asked: ListQuery, @Res() reply: FastifyReply): FastifyReply {
    const { query } = new ListState(REVOKE_ALL, asked, ISSUED_FILTERS);
    const view = formView({ values: query, errors: {} });
    return this.pages.send(reply, session, consoleFormPage, view, { current: TOKENS });
  }

  @Post()
  async revoke(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { user_id = '', client_id = '' } = (await readFields(request)).fields;
    const api = await this.api.for(request, session);
    const body = { ...(user_id !== '' && { user_id }), ...(client_id !== '' && { client_id }) };
    const result = await api.POST('/api/v1/tokens/revoke', { body });
    const answer = formAnswerOf(result, request, { user_id, client_id });
    if (!isRefused(answer)) return this.pages.done(reply, TOKENS, 'ended');
    const view = formView(answer.form);
    return this.pages.send(reply, session, consoleFormPage, view, { current: TOKENS, status: 422 });
  }
}

function formView(form: FormView): ConsoleFormView {
  return {
    title: 'Revoke all tokens of a user or an app?',
    lead: 'After a leak, or for somebody who lost a device.',
    back: { label: 'Access tokens', url: TOKENS },
    consequences: [
      'Access tokens, refresh tokens and codes end at once. With both fields, those of the user at the app.',
      'Nobody is signed out here, and no consent is forgotten: the app gets others when the user comes by.',
      'What belongs to the staff at your side or above you stays.',
    ],
    actionUrl: REVOKE_ALL,
    groups: [
      {
        fields: [
          { name: 'user_id', label: 'User id', kind: 'text', isOptional: true, autocomplete: 'off' },
          { name: 'client_id', label: 'Client id', kind: 'text', isOptional: true, autocomplete: 'off' },
        ],
      },
    ],
    hidden: [],
    form,
    submit: 'Revoke all of them',
    isDanger: true,
  };
}
