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
import { type Webhook, WEBHOOKS } from './webhook-views.js';
import { type WebhookAct, WEBHOOK_ACTS } from './webhook-acts.js';

/** Disabling, enabling, replaying, deleting: each asks first, at the address that does it. */
@Controller('admin/webhooks')
export class WebhookActsController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get(':id/:act')
  ask(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Param('act') act: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.sendQuestion(request, reply, { session, id, name: act, form: EMPTY_FORM });
  }

  @Post(':id/:act')
  async act(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Param('act') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const act = actOf(name);
    const { etag = '', confirmation = '' } = (await readFields(request)).fields;
    const api = await this.api.for(request, session);
    const webhook = answerOf(await api.GET('/api/v1/webhooks/{id}', { params: { path: { id } } }), request);
    const fault = act.isForGood === true ? typedName(confirmation, webhook.name) : undefined;
    if (fault !== undefined) return this.sendQuestion(request, reply, { session, id, name, form: fault });
    const answer = formAnswerOf(await act.run(api, id, etag), request, {});
    if (isRefused(answer)) return this.sendQuestion(request, reply, { session, id, name, form: answer.form });
    return this.pages.done(reply, act.isForGood === true ? WEBHOOKS : `${WEBHOOKS}/${id}`, act.notice);
  }

  private async sendQuestion(
    request: FastifyRequest,
    reply: FastifyReply,
    { session, id, name, form }: { session: CurrentSession; id: string; name: string; form: FormView },
  ): Promise<FastifyReply> {
    const act = actOf(name);
    const api = await this.api.for(request, session);
    const result = await api.GET('/api/v1/webhooks/{id}', { params: { path: { id } } });
    const webhook = answerOf(result, request);
    const etag = result.response.headers.get('etag') ?? '';
    const view = questionView(act, webhook, { actionUrl: `${WEBHOOKS}/${id}/${name}`, etag, form });
    const status = form === EMPTY_FORM ? 200 : 422;
    return this.pages.send(reply, session, consoleFormPage, view, { current: WEBHOOKS, status });
  }
}

function actOf(name: string): WebhookAct {
  const act = Object.hasOwn(WEBHOOK_ACTS, name) ? WEBHOOK_ACTS[name] : undefined;
  if (act === undefined) throw new PageError('not_found');
  return act;
}

function questionView(
  { question, consequences, submit, isDanger, isForGood }: WebhookAct,
  { id, name }: Webhook,
  { actionUrl, etag, form }: { actionUrl: string; etag: string; form: FormView },
): ConsoleFormView {
  const label = `Type ${name} to be sure`;
  return {
    title: question(name),
    back: { label: name, url: `${WEBHOOKS}/${id}` },
    consequences,
    actionUrl,
    groups:
      isForGood === true
        ? [{ fields: [{ name: 'confirmation', label, kind: 'text', isRequired: true, autocomplete: 'off' }] }]
        : [],
    hidden: [{ name: 'etag', value: etag }],
    form,
    submit,
    ...(isDanger === true && { isDanger }),
  };
}
