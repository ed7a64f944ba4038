import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFields } from '../../http/page-form.js';
import { consoleFormPage } from '../../pages/console-form/console-form.page.js';
import { EMPTY_FORM, type FormView } from '../../pages/form-view.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf, etagOf, formAnswerOf, isRefused } from '../api-answer.js';
import { typedName } from '../confirmation.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { appsView, deleteScopeView, SCOPES } from './scope-views.js';

interface Asked {
  readonly session: CurrentSession;
  readonly id: string;
  readonly form: FormView;
}

/** Deleting a scope, and deciding which apps may ask for it. */
@Controller('admin/scopes')
export class ScopeActsController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get(':id/delete')
  askDelete(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.sendDelete(request, reply, { session, id, form: EMPTY_FORM });
  }

  @Post(':id/delete')
  async delete(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { etag = '', confirmation = '' } = (await readFields(request)).fields;
    const api = await this.api.for(request, session);
    const { name } = answerOf(await api.GET('/api/v1/scopes/{id}', { params: { path: { id } } }), request);
    const fault = typedName(confirmation, name);
    if (fault !== undefined) return this.sendDelete(request, reply, { session, id, form: fault });
    const params = { path: { id }, header: { 'If-Match': etag } };
    const answer = formAnswerOf(await api.DELETE('/api/v1/scopes/{id}', { params }), request, {});
    if (isRefused(answer)) return this.sendDelete(request, reply, { session, id, form: answer.form });
    return this.pages.done(reply, SCOPES, 'deleted');
  }

  @Get(':id/apps')
  askApp(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = { values: { decision: 'allow' }, errors: {} };
    return this.sendApps(request, reply, { session, id, form });
  }

  @Post(':id/apps')
  async decide(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { client_id = '', decision = '' } = (await readFields(request)).fields;
    const api = await this.api.for(request, session);
    const result =
      decision === 'disallow'
        ? await api.DELETE('/api/v1/scopes/{id}/clients/{client_id}', { params: { path: { id, client_id } } })
        : await api.POST('/api/v1/scopes/{id}/clients', { params: { path: { id } }, body: { client_id } });
    const answer = formAnswerOf(result, request, { client_id, decision });
    if (isRefused(answer)) return this.sendApps(request, reply, { session, id, form: answer.form });
    return this.pages.done(reply, `${SCOPES}/${id}`, 'saved');
  }

  private async sendDelete(request: FastifyRequest, reply: FastifyReply, asked: Asked): Promise<FastifyReply> {
    const { scope, etag } = await this.read(request, asked);
    return this.send(reply, asked, deleteScopeView(scope, asked.form, etag));
  }

  private async sendApps(request: FastifyRequest, reply: FastifyReply, asked: Asked): Promise<FastifyReply> {
    const { scope } = await this.read(request, asked);
    return this.send(reply, asked, appsView(scope, asked.form));
  }

  private send(reply: FastifyReply, { session, form }: Asked, view: ReturnType<typeof appsView>): FastifyReply {
    const isFirst = Object.keys(form.errors).length === 0 && form.summary === undefined;
    const status = isFirst ? 200 : 422;
    return this.pages.send(reply, session, consoleFormPage, view, { current: SCOPES, status });
  }

  private async read(request: FastifyRequest, { session, id }: Asked) {
    const api = await this.api.for(request, session);
    const result = await api.GET('/api/v1/scopes/{id}', { params: { path: { id } } });
    return { scope: answerOf(result, request), etag: etagOf(result) };
  }
}
