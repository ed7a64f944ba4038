import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageError } from '../../http/page-error.js';
import { readFields } from '../../http/page-form.js';
import { consoleFormPage, type ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import { EMPTY_FORM, type FormView } from '../../pages/form-view.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf, formAnswerOf, isRefused } from '../api-answer.js';
import { typedName } from '../confirmation.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { APP_ACTS, type AppAct } from './app-acts.js';
import { type App, APPS, urlOf } from './app-views.js';

/** Verifying, suspending, deleting an app: each asks first, at the address that does it. */
@Controller('admin/apps')
export class ConsoleAppActsController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get(':id/:act')
  async ask(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Param('act') act: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.sendQuestion(request, reply, { session, id, act, form: EMPTY_FORM });
  }

  @Post(':id/:act')
  async run(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Param('act') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const act = actOf(name);
    const { etag = '', confirmation = '', suspended_reason: reason = '' } = (await readFields(request)).fields;
    const api = await this.api.for(request, session);
    const app = answerOf(await api.GET('/api/v1/clients/{id}', { params: { path: { id } } }), request);
    const fault = act.isForGood === true ? typedName(confirmation, app.client_name) : undefined;
    if (fault !== undefined) return this.sendQuestion(request, reply, { session, id, act: name, form: fault });
    const answer = formAnswerOf(await act.run(api, { id, etag, reason }), request, { suspended_reason: reason });
    if (isRefused(answer)) return this.sendQuestion(request, reply, { session, id, act: name, form: answer.form });
    return this.pages.done(reply, act.isForGood === true ? APPS : urlOf(app), act.notice);
  }

  private async sendQuestion(
    request: FastifyRequest,
    reply: FastifyReply,
    { session, id, act, form }: { session: CurrentSession; id: string; act: string; form: FormView },
  ): Promise<FastifyReply> {
    const asked = actOf(act);
    const api = await this.api.for(request, session);
    const result = await api.GET('/api/v1/clients/{id}', { params: { path: { id } } });
    const app = answerOf(result, request);
    const etag = result.response.headers.get('etag') ?? '';
    const view = questionView(asked, app, { actionUrl: `${urlOf(app)}/${act}`, etag, form });
    const status = form === EMPTY_FORM ? 200 : 422;
    return this.pages.send(reply, session, consoleFormPage, view, { current: APPS, status });
  }
}

function actOf(name: string): AppAct {
  const act = Object.hasOwn(APP_ACTS, name) ? APP_ACTS[name] : undefined;
  if (act === undefined) throw new PageError('not_found');
  return act;
}

function questionView(
  { question, consequences, fields = [], submit, isDanger, isForGood }: AppAct,
  app: App,
  { actionUrl, etag, form }: { actionUrl: string; etag: string; form: FormView },
): ConsoleFormView {
  const label = `Type ${app.client_name} to be sure`;
  const confirmation = { name: 'confirmation', label, kind: 'text', isRequired: true, autocomplete: 'off' } as const;
  return {
    title: question(app.client_name),
    back: { label: app.client_name, url: urlOf(app) },
    consequences: consequences(app),
    actionUrl,
    groups: [{ fields: [...fields, ...(isForGood === true ? [confirmation] : [])] }],
    hidden: [{ name: 'etag', value: etag }],
    form,
    submit,
    ...(isDanger === true && { isDanger }),
  };
}
