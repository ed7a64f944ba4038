import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { type FormContent, readFields } from '../../http/page-form.js';
import { consoleDetailPage } from '../../pages/console-detail/console-detail.page.js';
import { consoleFormPage, type ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import { tableOf } from '../../pages/console-views.js';
import { EMPTY_FORM, type FormView } from '../../pages/form-view.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { anotherTry, answerOf, etagOf, formAnswerOf, isRefused } from '../api-answer.js';
import { typedName } from '../confirmation.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import {
  deleteResourceView,
  editResourceView,
  newResourceView,
  type Resource,
  type ResourceDetail,
  resourceFacts,
  RESOURCES,
  statusCell,
} from './resource-views.js';

/** One resource server: defining, showing, changing, deleting it. */
@Controller('admin/resources')
export class ResourceController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get('new')
  newForm(@SignedIn() session: CurrentSession, @Res() reply: FastifyReply): FastifyReply {
    return this.send(reply, session, newResourceView(EMPTY_FORM, randomUUID()));
  }

  @Post('new')
  async create(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { form_id: key = '', identifier = '', ...fields } = (await readFields(request)).fields;
    const api = await this.api.for(request, session);
    const body = { ...bodyOf(fields), identifier };
    const result = await api.POST('/api/v1/resources', { body, headers: { 'idempotency-key': key } });
    const answer = formAnswerOf(result, request, { identifier, ...fields });
    if (!isRefused(answer)) return this.pages.done(reply, `${RESOURCES}/${answer.data.id}`, 'created');
    return this.send(reply, session, newResourceView(answer.form, randomUUID()), 422);
  }

  @Get(':id')
  async show(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { resource } = await this.read(request, session, id);
    const url = `${RESOURCES}/${id}`;
    const api = await this.api.for(request, session);
    const scopes = await api.GET('/api/v1/scopes', { params: { query: { resource_id: id, limit: 100 } } });
    const rows = answerOf(scopes, request).data.map((scope) => [
      { text: scope.name, url: `/admin/scopes/${scope.id}` },
      { text: scope.descriptions['en'] ?? '' },
    ]);
    const view = {
      title: resource.name,
      back: { label: 'Resource servers', url: RESOURCES },
      badges: [statusCell(resource)],
      actions: [
        { label: 'Edit', url: `${url}/edit` },
        { label: 'Delete', url: `${url}/delete`, isDanger: true },
      ],
      facts: resourceFacts(resource),
      sections: [
        {
          title: 'Scopes',
          lead: 'What apps can ask for at it.',
          actions: [{ label: 'New scope', url: `/admin/scopes/new?resource_id=${id}` }],
          table: tableOf('Scopes', ['Name', 'What people are asked'], rows),
          empty: 'It has none: no app can get a token for it.',
        },
      ],
    };
    return this.pages.send(reply, session, consoleDetailPage, view, { current: RESOURCES });
  }

  @Get(':id/edit')
  async editForm(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { resource, etag } = await this.read(request, session, id);
    return this.send(reply, session, editResourceView(resource, { values: valuesOf(resource), errors: {} }, etag));
  }

  @Post(':id/edit')
  async edit(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { etag = '', status = '', ...fields } = (await readFields(request)).fields;
    const api = await this.api.for(request, session);
    const params = { path: { id }, header: { 'If-Match': etag } };
    const body = { ...bodyOf(fields), ...(status !== '' && { status: status as Resource['status'] }) };
    const answer = formAnswerOf(await api.PATCH('/api/v1/resources/{id}', { params, body }), request, {
      ...fields,
      status,
    });
    if (!isRefused(answer)) return this.pages.done(reply, `${RESOURCES}/${id}`, 'saved');
    const now = await this.read(request, session, id);
    const again = anotherTry(answer, etag, { values: valuesOf(now.resource), etag: now.etag });
    return this.send(reply, session, editResourceView(now.resource, again.form, again.etag), 422);
  }

  @Get(':id/delete')
  async ask(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { resource, etag } = await this.read(request, session, id);
    return this.send(reply, session, deleteResourceView(resource, EMPTY_FORM, etag));
  }

  @Post(':id/delete')
  async delete(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { etag = '', confirmation = '' } = (await readFields(request)).fields;
    const { resource, etag: newest } = await this.read(request, session, id);
    const refuse = (form: FormView) => this.send(reply, session, deleteResourceView(resource, form, newest), 422);
    const fault = typedName(confirmation, resource.name);
    if (fault !== undefined) return refuse(fault);
    const api = await this.api.for(request, session);
    const params = { path: { id }, header: { 'If-Match': etag } };
    const answer = formAnswerOf(await api.DELETE('/api/v1/resources/{id}', { params }), request, {});
    return isRefused(answer) ? refuse(answer.form) : this.pages.done(reply, RESOURCES, 'deleted');
  }

  private async read(
    request: FastifyRequest,
    session: CurrentSession,
    id: string,
  ): Promise<{ readonly resource: ResourceDetail; readonly etag: string }> {
    const api = await this.api.for(request, session);
    const result = await api.GET('/api/v1/resources/{id}', { params: { path: { id } } });
    return { resource: answerOf(result, request), etag: etagOf(result) };
  }

  private send(reply: FastifyReply, session: CurrentSession, view: ConsoleFormView, status = 200): FastifyReply {
    return this.pages.send(reply, session, consoleFormPage, view, { current: RESOURCES, status });
  }
}

function valuesOf({ name, access_token_lifetime: lifetime, client_id, status }: Resource): Record<string, string> {
  return { name, access_token_lifetime: String(lifetime ?? ''), client_id: client_id ?? '', status };
}

/** What was left empty is none. The API judges the values: what is no number is sent as it was typed. */
function bodyOf({ name = '', access_token_lifetime: lifetime = '', client_id = '' }: FormContent['fields']) {
  return {
    name,
    access_token_lifetime: lifetime === '' ? null : Number(lifetime),
    client_id: client_id === '' ? null : client_id,
  };
}
