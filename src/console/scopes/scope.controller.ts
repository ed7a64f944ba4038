import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { readFields } from '../../http/page-form.js';
import { consoleDetailPage } from '../../pages/console-detail/console-detail.page.js';
import { consoleFormPage } from '../../pages/console-form/console-form.page.js';
import { EMPTY_FORM, type FormView } from '../../pages/form-view.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { anotherTry, answerOf, etagOf, formAnswerOf, isRefused } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { bodyOf, valuesOf } from './scope-values.js';
import { editScopeView, newScopeView, type ScopeDetail, scopeFacts, SCOPES, sensitivityCell } from './scope-views.js';

const CURRENT = { current: SCOPES };
/** More would be no choice any more. */
const MAX_RESOURCES = 100;

/** One scope: defining, showing, changing it. */
@Controller('admin/scopes')
export class ScopeController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get('new')
  newForm(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { resource_id = '' } = request.query as Record<string, string>;
    return this.sendNew(request, reply, session, {
      values: { needs_user: 'on', sensitivity: 'normal', resource_id },
      errors: {},
    });
  }

  @Post('new')
  async create(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { form_id: key = '', name = '', resource_id = '', ...fields } = (await readFields(request)).fields;
    const api = await this.api.for(request, session);
    const body = { ...bodyOf(fields), name, ...(resource_id !== '' && { resource_id }) };
    const result = await api.POST('/api/v1/scopes', { body, headers: { 'idempotency-key': key } });
    const answer = formAnswerOf(result, request, { name, resource_id, ...fields });
    if (!isRefused(answer)) return this.pages.done(reply, `${SCOPES}/${answer.data.id}`, 'created');
    return this.sendNew(request, reply, session, answer.form, 422);
  }

  @Get(':id')
  async show(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { scope } = await this.read(request, session, id);
    const url = `${SCOPES}/${scope.id}`;
    const view = {
      title: scope.name,
      back: { label: 'Scopes', url: SCOPES },
      badges: [
        ...(scope.is_built_in ? [{ badge: 'Built in' }] : []),
        ...(scope.sensitivity === 'sensitive' ? [sensitivityCell(scope)] : []),
      ],
      actions: scope.is_built_in
        ? []
        : [
            { label: 'Edit', url: `${url}/edit` },
            { label: 'Apps', url: `${url}/apps` },
            { label: 'Delete', url: `${url}/delete`, isDanger: true },
          ],
      facts: scopeFacts(scope),
      sections: [],
    };
    return this.pages.send(reply, session, consoleDetailPage, view, CURRENT);
  }

  @Get(':id/edit')
  async editForm(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { scope, etag } = await this.read(request, session, id);
    const view = editScopeView(scope, { values: valuesOf(scope), errors: {} }, etag);
    return this.pages.send(reply, session, consoleFormPage, view, CURRENT);
  }

  @Post(':id/edit')
  async edit(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { etag = '', ...fields } = (await readFields(request)).fields;
    const api = await this.api.for(request, session);
    const params = { path: { id }, header: { 'If-Match': etag } };
    const result = await api.PATCH('/api/v1/scopes/{id}', { params, body: bodyOf(fields) });
    const answer = formAnswerOf(result, request, fields);
    if (!isRefused(answer)) return this.pages.done(reply, `${SCOPES}/${id}`, 'saved');
    const now = await this.read(request, session, id);
    const again = anotherTry(answer, etag, { values: valuesOf(now.scope), etag: now.etag });
    const view = editScopeView(now.scope, again.form, again.etag);
    return this.pages.send(reply, session, consoleFormPage, view, { ...CURRENT, status: 422 });
  }

  private async read(
    request: FastifyRequest,
    session: CurrentSession,
    id: string,
  ): Promise<{ readonly scope: ScopeDetail; readonly etag: string }> {
    const api = await this.api.for(request, session);
    const result = await api.GET('/api/v1/scopes/{id}', { params: { path: { id } } });
    return { scope: answerOf(result, request), etag: etagOf(result) };
  }

  private async sendNew(
    request: FastifyRequest,
    reply: FastifyReply,
    session: CurrentSession,
    form: FormView = EMPTY_FORM,
    status = 200,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const result = await api.GET('/api/v1/resources', { params: { query: { limit: MAX_RESOURCES } } });
    const view = newScopeView(form, answerOf(result, request).data, randomUUID());
    return this.pages.send(reply, session, consoleFormPage, view, { ...CURRENT, status });
  }
}
