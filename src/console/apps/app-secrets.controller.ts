import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFields } from '../../http/page-form.js';
import { consoleFormPage } from '../../pages/console-form/console-form.page.js';
import { consoleSecretPage } from '../../pages/console-secret/console-secret.page.js';
import type { ConsoleFieldView } from '../../pages/console-views.js';
import { fact, timeCell } from '../../pages/console-views.js';
import { EMPTY_FORM, type FormView } from '../../pages/form-view.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf, formAnswerOf, isRefused } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { type App, APPS, urlOf } from './app-views.js';

const DAY = 24 * 60 * 60;
const OVERLAP: ConsoleFieldView = {
  name: 'overlap',
  label: 'The secrets before it',
  kind: 'select',
  choices: [
    { value: '3600', label: 'go on for an hour' },
    { value: '604800', label: 'go on for a week' },
    { value: '0', label: 'end at once' },
  ],
  none: 'go on for a day',
  hint: 'Long enough to change every deployment; at once, when somebody else has one of them',
};

/** Secrets of an app: making another one, ending one early. */
@Controller('admin/apps/:id/secrets')
export class ConsoleAppSecretsController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get('new')
  async ask(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.sendForm(reply, { session, app: await this.appOf(session, id, request), form: EMPTY_FORM });
  }

  @Post('new')
  async make(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { form_id: key = '', overlap = '' } = (await readFields(request)).fields;
    const app = await this.appOf(session, id, request);
    const api = await this.api.for(request, session);
    const result = await api.POST('/api/v1/clients/{id}/secrets', {
      params: { path: { id } },
      headers: { 'idempotency-key': key },
      body: { overlap: overlap === '' ? DAY : Number(overlap) },
    });
    const answer = formAnswerOf(result, request, { overlap });
    if (isRefused(answer)) return this.sendForm(reply, { session, app, form: answer.form });
    const view = {
      title: `The new secret of ${app.client_name}`,
      lead: 'Copy it now: it is kept as a digest only and not shown again.',
      facts: [fact('Client id', { code: app.client_id }), fact('Made', timeCell(answer.data.created_at))],
      secret: { id: 'client-secret', label: 'Client secret', value: answer.data.client_secret },
      next: { label: 'I have copied it', url: urlOf(app) },
    };
    return this.pages.send(reply, session, consoleSecretPage, view, { current: APPS });
  }

  @Get(':secretId/end')
  async askEnd(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Param('secretId') secretId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const app = await this.appOf(session, id, request);
    const api = await this.api.for(request, session);
    const path = { id, secretId };
    const secret = answerOf(await api.GET('/api/v1/clients/{id}/secrets/{secretId}', { params: { path } }), request);
    const view = {
      title: `End the secret …${secret.hint} of ${app.client_name}?`,
      back: { label: app.client_name, url: urlOf(app) },
      consequences: [
        'A deployment that still has it gets no more tokens.',
        secret.last_used_at === null
          ? 'It was never used.'
          : `It was last used ${secret.last_used_at.slice(0, 16).replace('T', ' ')} UTC.`,
        'This cannot be undone.',
      ],
      actionUrl: `${urlOf(app)}/secrets/${encodeURIComponent(secretId)}/end`,
      groups: [],
      hidden: [],
      form: EMPTY_FORM,
      submit: 'End it now',
      isDanger: true,
    };
    return this.pages.send(reply, session, consoleFormPage, view, { current: APPS });
  }

  @Post(':secretId/end')
  async end(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Param('secretId') secretId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const path = { id, secretId };
    answerOf(await api.DELETE('/api/v1/clients/{id}/secrets/{secretId}', { params: { path } }), request);
    return this.pages.done(reply, urlOf({ client_id: id }), 'ended');
  }

  private async appOf(session: CurrentSession, id: string, request: FastifyRequest): Promise<App> {
    const api = await this.api.for(request, session);
    return answerOf(await api.GET('/api/v1/clients/{id}', { params: { path: { id } } }), request);
  }

  private sendForm(
    reply: FastifyReply,
    { session, app, form }: { session: CurrentSession; app: App; form: FormView },
  ): FastifyReply {
    const view = {
      title: `Make another secret for ${app.client_name}`,
      back: { label: app.client_name, url: urlOf(app) },
      consequences: ['The new secret is shown once.', 'Those before it run out, so that deployments can change over.'],
      actionUrl: `${urlOf(app)}/secrets/new`,
      groups: [{ fields: [OVERLAP] }],
      hidden: [{ name: 'form_id', value: randomUUID() }],
      form,
      submit: 'Make it',
    };
    const status = form === EMPTY_FORM ? 200 : 422;
    return this.pages.send(reply, session, consoleFormPage, view, { current: APPS, status });
  }
}
