import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageError } from '../../http/page-error.js';
import { readFields } from '../../http/page-form.js';
import { consoleFormPage, type ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import { EMPTY_FORM, type FormView } from '../../pages/form-view.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf, type ApiResult, formAnswerOf, isRefused } from '../api-answer.js';
import { typedName } from '../confirmation.js';
import { type ConsoleClient, ConsoleApi } from '../console-api.service.js';
import { type ConsoleNotice, ConsolePages } from '../console-pages.service.js';
import { type User, USERS } from './user-views.js';

/** Something that is done to a user after its consequences were read. */
interface Act {
  readonly question: (name: string) => string;
  readonly consequences: readonly string[];
  readonly submit: string;
  readonly isDanger?: boolean;
  /** Whether the name has to be typed. */
  readonly isForGood?: boolean;
  readonly notice: ConsoleNotice;
  readonly run: (api: ConsoleClient, id: string, etag: string) => Promise<ApiResult<unknown>>;
}

const ACTS: Readonly<Record<string, Act>> = {
  disable: {
    question: (name) => `Disable ${name}?`,
    consequences: [
      'They are signed out everywhere and cannot sign in.',
      'Tokens of their apps open nothing.',
      'Nothing is deleted: they can be enabled again.',
    ],
    submit: 'Disable',
    isDanger: true,
    notice: 'done',
    run: (api, id, etag) => change(api, id, etag, 'disabled'),
  },
  enable: {
    question: (name) => `Enable ${name}?`,
    consequences: ['They can sign in again. Logins of before stay ended.'],
    submit: 'Enable',
    notice: 'done',
    run: (api, id, etag) => change(api, id, etag, 'active'),
  },
  'sign-out': {
    question: (name) => `Sign ${name} out everywhere?`,
    consequences: ['Every browser is signed out.', 'Apps lose their tokens, and hear of it if they asked to.'],
    submit: 'Sign out',
    isDanger: true,
    notice: 'done',
    run: (api, id) => api.POST('/api/v1/users/{id}/sign-out', { params: { path: { id } } }),
  },
  'reset-password': {
    question: (name) => `Mail ${name} a link for a new password?`,
    consequences: [
      'The link works once, for 30 minutes.',
      'They are signed out everywhere. The old password works until the new one is set.',
    ],
    submit: 'Send the link',
    notice: 'done',
    run: (api, id) => api.POST('/api/v1/users/{id}/reset-password', { params: { path: { id } } }),
  },
  delete: {
    question: (name) => `Delete ${name} for good?`,
    consequences: [
      'The account goes, with their sessions, consents and tokens.',
      'Apps that they registered go as well, and nobody can sign in to those any more.',
      'This cannot be undone.',
    ],
    submit: 'Delete for good',
    isDanger: true,
    isForGood: true,
    notice: 'deleted',
    run: (api, id, etag) =>
      api.DELETE('/api/v1/users/{id}', { params: { path: { id }, header: { 'If-Match': etag } } }),
  },
};

function change(api: ConsoleClient, id: string, etag: string, status: User['status']): Promise<ApiResult<unknown>> {
  return api.PATCH('/api/v1/users/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body: { status } });
}

/** Disabling, enabling, signing out, deleting: each asks first, at the address that does it. */
@Controller('admin/users')
export class UserActsController {
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
    const { etag = '', confirmation = '' } = (await readFields(request)).fields;
    const api = await this.api.for(request, session);
    const user = answerOf(await api.GET('/api/v1/users/{id}', { params: { path: { id } } }), request);
    const fault = act.isForGood === true ? typedName(confirmation, user.username) : undefined;
    if (fault !== undefined) return this.sendQuestion(request, reply, { session, id, act: name, form: fault });
    const answer = formAnswerOf(await act.run(api, id, etag), request, {});
    if (isRefused(answer)) return this.sendQuestion(request, reply, { session, id, act: name, form: answer.form });
    return this.pages.done(reply, act.isForGood === true ? USERS : `${USERS}/${id}`, act.notice);
  }

  private async sendQuestion(
    request: FastifyRequest,
    reply: FastifyReply,
    { session, id, act, form }: { session: CurrentSession; id: string; act: string; form: FormView },
  ): Promise<FastifyReply> {
    const asked = actOf(act);
    const api = await this.api.for(request, session);
    const result = await api.GET('/api/v1/users/{id}', { params: { path: { id } } });
    const user = answerOf(result, request);
    const etag = result.response.headers.get('etag') ?? '';
    const view = questionView(asked, user, { actionUrl: `${USERS}/${id}/${act}`, etag, form });
    const status = form === EMPTY_FORM ? 200 : 422;
    return this.pages.send(reply, session, consoleFormPage, view, { current: USERS, status });
  }
}

function actOf(name: string): Act {
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  if (act === undefined) throw new PageError('not_found');
  return act;
}

function questionView(
  { question, consequences, submit, isDanger, isForGood }: Act,
  { id, username }: User,
  { actionUrl, etag, form }: { actionUrl: string; etag: string; form: FormView },
): ConsoleFormView {
  const label = `Type ${username} to be sure`;
  return {
    title: question(username),
    back: { label: username, url: `${USERS}/${id}` },
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
