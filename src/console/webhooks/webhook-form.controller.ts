import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { readFields } from '../../http/page-form.js';
import { consoleFormPage, type ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import { consoleSecretPage } from '../../pages/console-secret/console-secret.page.js';
import { EMPTY_FORM } from '../../pages/form-view.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { anotherTry, answerOf, etagOf, formAnswerOf, isRefused } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { secretView } from './secret-view.js';
import {
  kindsOf,
  linesOf,
  type Webhook,
  type WebhookEvent,
  type WebhookForm,
  webhookFormView,
  WEBHOOKS,
} from './webhook-views.js';

/** Making a webhook, and changing one. */
@Controller('admin/webhooks')
export class WebhookFormController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get('new')
  newForm(@SignedIn() session: CurrentSession, @Res() reply: FastifyReply): FastifyReply {
    const view = newView({ form: EMPTY_FORM, events: [] });
    return this.pages.send(reply, session, consoleFormPage, view, { current: WEBHOOKS });
  }

  /** The answer is the page with the secret: it is nowhere else. */
  @Post('new')
  async create(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { key, events, values } = await chosen(request);
    const { name, url } = values;
    const api = await this.api.for(request, session);
    const body = { name, url, events };
    const result = await api.POST('/api/v1/webhooks', { body, headers: { 'idempotency-key': key } });
    const answer = formAnswerOf(result, request, values);
    if (!isRefused(answer)) {
      const view = secretView(answer.data, `The secret of ${name}`);
      return this.pages.send(reply, session, consoleSecretPage, view, { current: WEBHOOKS });
    }
    const view = newView({ form: answer.form, events });
    return this.pages.send(reply, session, consoleFormPage, view, { current: WEBHOOKS, status: 422 });
  }

  @Get(':id/edit')
  async editForm(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const result = await api.GET('/api/v1/webhooks/{id}', { params: { path: { id } } });
    const webhook = answerOf(result, request);
    const form = { values: valuesOf(webhook), errors: {} };
    const view = editView(webhook, { form, events: webhook.events }, etagOf(result));
    return this.pages.send(reply, session, consoleFormPage, view, { current: WEBHOOKS });
  }

  @Post(':id/edit')
  async edit(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { etag, events, values } = await chosen(request);
    const { name, url } = values;
    const api = await this.api.for(request, session);
    const params = { path: { id }, header: { 'If-Match': etag } };
    const result = await api.PATCH('/api/v1/webhooks/{id}', { params, body: { name, url, events } });
    const answer = formAnswerOf(result, request, values);
    if (!isRefused(answer)) return this.pages.done(reply, `${WEBHOOKS}/${id}`, 'saved');
    const newest = await api.GET('/api/v1/webhooks/{id}', { params: { path: { id } } });
    const webhook = answerOf(newest, request);
    const again = anotherTry(answer, etag, { values: valuesOf(webhook), etag: etagOf(newest) });
    const view = editView(webhook, { form: again.form, events }, again.etag);
    return this.pages.send(reply, session, consoleFormPage, view, { current: WEBHOOKS, status: 422 });
  }
}

async function chosen(request: FastifyRequest) {
  const { fields, lists } = await readFields(request, { lists: ['events'] });
  const { form_id: key = '', etag = '', name = '', url = '', single = '' } = fields;
  const lines = single.split(/\s+/).filter((line) => line !== '');
  // The API judges them.
  const kinds = lists['events'] ?? [];
  const events = [...kinds, ...lines] as WebhookEvent[];
  return { key, etag, events, values: { name, url, single, events: kinds.join('\n') } };
}

function valuesOf({ name, url, events }: Webhook): Record<string, string> {
  return { name, url, single: linesOf(events), events: kindsOf(events) };
}

function newView(form: WebhookForm): ConsoleFormView {
  return webhookFormView(form, {
    title: 'New webhook',
    back: { label: 'Webhooks', url: WEBHOOKS },
    actionUrl: `${WEBHOOKS}/new`,
    hidden: [{ name: 'form_id', value: randomUUID() }],
    submit: 'Make the webhook',
  });
}

function editView({ id, name }: Webhook, form: WebhookForm, etag: string): ConsoleFormView {
  return webhookFormView(form, {
    title: `Edit ${name}`,
    back: { label: name, url: `${WEBHOOKS}/${id}` },
    actionUrl: `${WEBHOOKS}/${id}/edit`,
    hidden: [{ name: 'etag', value: etag }],
    submit: 'Save',
  });
}
