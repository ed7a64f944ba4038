import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { type FormContent, readFields } from '../../http/page-form.js';
import { consoleFormPage } from '../../pages/console-form/console-form.page.js';
import { consoleListPage } from '../../pages/console-list/console-list.page.js';
import { consoleSecretPage } from '../../pages/console-secret/console-secret.page.js';
import { tableOf } from '../../pages/console-views.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf, formAnswerOf, isRefused } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { type ListQuery, ListState } from '../list-state.js';
import { cellsOf, COLUMNS, INITIAL_TOKENS, INITIAL_VALUES, newView, secretView } from './initial-access-token-views.js';

const NEW = { label: 'New registration token', url: `${INITIAL_TOKENS}/new` };

/** `/admin/initial-access-tokens`: with them apps register themselves. */
@Controller('admin/initial-access-tokens')
export class ConsoleInitialAccessTokensController {
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
    const state = new ListState(INITIAL_TOKENS, asked, []);
    const api = await this.api.for(request, session);
    const result = await api.GET('/api/v1/initial-access-tokens', { params: { query: state.query } });
    const { data, next } = answerOf(result, request);
    const view = {
      title: 'Registration tokens',
      lead: 'With such a token (RFC 7591: initial access token) apps register themselves.',
      actions: [{ ...NEW, isPrimary: true }],
      ...state.view(next),
      table: tableOf('Registration tokens', COLUMNS, data.map(cellsOf)),
      empty: {
        title: 'There are no registration tokens',
        detail: 'Make one for software that registers its own apps, such as a deployment or a test suite.',
        action: NEW,
      },
    };
    return this.pages.send(reply, session, consoleListPage, view, { current: INITIAL_TOKENS });
  }

  @Get('new')
  async newForm(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const defined = await this.definedScopes(session, request);
    const view = newView({ values: INITIAL_VALUES, errors: {} }, randomUUID(), { defined });
    return this.pages.send(reply, session, consoleFormPage, view, { current: INITIAL_TOKENS });
  }

  @Post('new')
  async create(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { fields, lists } = await readFields(request, { lists: ['allowed_scopes'] });
    const { form_id: key = '', ...values } = fields;
    const scopes = lists['allowed_scopes'] ?? [];
    const api = await this.api.for(request, session);
    const body = bodyOf(values, scopes);
    const result = await api.POST('/api/v1/initial-access-tokens', { body, headers: { 'idempotency-key': key } });
    const answer = formAnswerOf(result, request, values);
    if (isRefused(answer)) {
      const defined = await this.definedScopes(session, request);
      const view = newView(answer.form, randomUUID(), { defined, ticked: scopes });
      return this.pages.send(reply, session, consoleFormPage, view, { current: INITIAL_TOKENS, status: 422 });
    }
    return this.pages.send(reply, session, consoleSecretPage, secretView(answer.data), { current: INITIAL_TOKENS });
  }

  /** What apps that register themselves can have of what was defined; more than a page of them would be no choice. */
  private async definedScopes(session: CurrentSession, request: FastifyRequest): Promise<string[]> {
    const api = await this.api.for(request, session);
    const query = { sensitivity: 'normal', limit: 100 } as const;
    const { data } = answerOf(await api.GET('/api/v1/scopes', { params: { query } }), request);
    return data.filter((scope) => scope.needs_user).map(({ name }) => name);
  }
}

/** The API judges the values: what is no number is sent as it was typed. */
function bodyOf(
  { label = '', max_uses = '', expires_in = '', owner = '', without_pkce }: FormContent['fields'],
  scopes: readonly string[],
) {
  return {
    label,
    max_uses: Number(max_uses),
    expires_in: Number(expires_in),
    pkce_required: without_pkce !== 'on',
    ...(scopes.length > 0 && { allowed_scopes: [...scopes] }),
    ...(owner !== '' && { owner }),
  };
}
