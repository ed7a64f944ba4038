import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFields } from '../../http/page-form.js';
import { consoleFormPage } from '../../pages/console-form/console-form.page.js';
import { consoleSecretPage } from '../../pages/console-secret/console-secret.page.js';
import { EMPTY_FORM, type FormView } from '../../pages/form-view.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf, formAnswerOf, isRefused } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { secretView } from './secret-view.js';
import { WEBHOOKS } from './webhook-views.js';

const OVERLAPS = [
  { value: '86400', label: 'A day' },
  { value: '604800', label: 'A week' },
  { value: '0', label: 'Not at all: it leaked' },
];

/** Another secret for a webhook. */
@Controller('admin/webhooks')
export class WebhookSecretController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get(':id/rotate-secret')
  ask(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.sendQuestion(request, reply, { session, id, form: EMPTY_FORM });
  }

  /** The answer is the page with the secret: it is nowhere else. */
  @Post(':id/rotate-secret')
  async rotate(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { etag = '', overlap_seconds: overlap = '' } = (await readFields(request)).fields;
    const api = await this.api.for(request, session);
    const params = { path: { id }, header: { 'If-Match': etag } };
    const body = { overlap_seconds: Number(overlap) };
    const result = await api.POST('/api/v1/webhooks/{id}/rotate-secret', { params, body });
    const answer = formAnswerOf(result, request, { overlap_seconds: overlap });
    if (isRefused(answer)) return this.sendQuestion(request, reply, { session, id, form: answer.form });
    const view = secretView(answer.data, `The new secret of ${answer.data.name}`);
    return this.pages.send(reply, session, consoleSecretPage, view, { current: WEBHOOKS });
  }

  private async sendQuestion(
    request: FastifyRequest,
    reply: FastifyReply,
    { session, id, form }: { session: CurrentSession; id: string; form: FormView },
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const result = await api.GET('/api/v1/webhooks/{id}', { params: { path: { id } } });
    const { name } = answerOf(result, request);
    const view = {
      title: `Rotate the secret of ${name}?`,
      back: { label: name, url: `${WEBHOOKS}/${id}` },
      consequences: [
        'A new secret signs from now on. It is shown once, on the next page.',
        'As long as both sign, the consumer can change over without missing anything.',
      ],
      actionUrl: `${WEBHOOKS}/${id}/rotate-secret`,
      groups: [
        {
          fields: [
            { name: 'overlap_seconds', label: 'The old secret signs as well for', kind: 'select', choices: OVERLAPS },
          ] as const,
        },
      ],
      hidden: [{ name: 'etag', value: result.response.headers.get('etag') ?? '' }],
      form,
      submit: 'Rotate',
    };
    const status = form === EMPTY_FORM ? 200 : 422;
    return this.pages.send(reply, session, consoleFormPage, view, { current: WEBHOOKS, status });
  }
}
