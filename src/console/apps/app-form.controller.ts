import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { type FormContent, readFields } from '../../http/page-form.js';
import { consoleFormPage, type ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import { consoleSecretPage } from '../../pages/console-secret/console-secret.page.js';
import type { FormView } from '../../pages/form-view.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { anotherTry, answerOf, etagOf, formAnswerOf, isRefused } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { isOwner } from '../may.js';
import { groupsOf, NEW_FIELDS } from './app-fields.js';
import { credentialsView } from './app-credentials.js';
import { membersOf, TICKED, typedValues, valuesOf } from './app-values.js';
import { type App, APPS, type NewApp, urlOf } from './app-views.js';

const NO_OBJECT = 'Write a JSON object, like {"default_max_age": 600}.';

/** Registering an app, and changing one. */
@Controller('admin/apps')
export class ConsoleAppFormController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get('new')
  newForm(@SignedIn() session: CurrentSession, @Res() reply: FastifyReply): FastifyReply {
    const form = { values: { kind: 'server', pkce_required: 'on', scope: 'openid profile email' }, errors: {} };
    return this.sendNew(reply, session, form);
  }

  @Post('new')
  async create(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const content = await readFields(request, { lists: TICKED });
    const { form_id: key = '', kind = '', owner = '' } = content.fields;
    const members = membersOf(content, { isOwner: isOwner(session.user) });
    if (members === undefined) return this.sendNew(reply, session, notJson(content));
    const body = { ...members, kind, owner: owner.trim() === '' ? null : owner.trim() } as unknown as NewApp;
    const api = await this.api.for(request, session);
    const result = await api.POST('/api/v1/clients', { body, headers: { 'idempotency-key': key } });
    const answer = formAnswerOf(result, request, typedValues(content));
    if (isRefused(answer)) return this.sendNew(reply, session, atFields(answer.form));
    return this.pages.send(reply, session, consoleSecretPage, credentialsView(answer.data), { current: APPS });
  }

  @Get(':id/edit')
  async editForm(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const result = await api.GET('/api/v1/clients/{id}', { params: { path: { id } } });
    const app = answerOf(result, request);
    return this.sendEdit(reply, session, { app, form: { values: valuesOf(app), errors: {} }, etag: etagOf(result) });
  }

  @Post(':id/edit')
  async edit(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const content = await readFields(request, { lists: TICKED });
    const { etag = '' } = content.fields;
    const api = await this.api.for(request, session);
    const newest = await api.GET('/api/v1/clients/{id}', { params: { path: { id } } });
    const app = answerOf(newest, request);
    const members = membersOf(content, { before: app, isOwner: isOwner(session.user) });
    if (members === undefined) return this.sendEdit(reply, session, { app, form: notJson(content), etag });
    const params = { path: { id }, header: { 'If-Match': etag } };
    const result = await api.PATCH('/api/v1/clients/{id}', { params, body: members });
    const answer = formAnswerOf(result, request, typedValues(content));
    if (!isRefused(answer)) return this.pages.done(reply, urlOf(app), 'saved');
    const again = anotherTry(answer, etag, { values: valuesOf(app), etag: etagOf(newest) });
    return this.sendEdit(reply, session, { app, form: atFields(again.form), etag: again.etag });
  }

  private sendNew(reply: FastifyReply, session: CurrentSession, form: FormView): FastifyReply {
    const view: ConsoleFormView = {
      title: 'New app',
      lead: 'Its secret is shown once, on the next page.',
      back: { label: 'Apps', url: APPS },
      consequences: [],
      actionUrl: `${APPS}/new`,
      groups: [{ fields: NEW_FIELDS }, ...groupsOf(form, { isOwner: isOwner(session.user) })],
      hidden: [{ name: 'form_id', value: randomUUID() }],
      form,
      submit: 'Register the app',
    };
    return this.sendForm(reply, session, view);
  }

  private sendEdit(
    reply: FastifyReply,
    session: CurrentSession,
    { app, form, etag }: { app: App; form: FormView; etag: string },
  ): FastifyReply {
    const ending =
      'People see another name, logo or callback host? Then nobody vouches for the app until it is verified anew.';
    const view: ConsoleFormView = {
      title: `Edit ${app.client_name}`,
      ...(app.is_verified && { lead: ending }),
      back: { label: app.client_name, url: urlOf(app) },
      consequences: [],
      actionUrl: `${urlOf(app)}/edit`,
      groups: groupsOf(form, { isOwner: isOwner(session.user), rights: app.admin_scopes }),
      hidden: [{ name: 'etag', value: etag }],
      form,
      submit: 'Save',
    };
    return this.sendForm(reply, session, view);
  }

  private sendForm(reply: FastifyReply, session: CurrentSession, view: ConsoleFormView): FastifyReply {
    const { errors, summary } = view.form;
    const status = Object.keys(errors).length === 0 && summary === undefined ? 200 : 422;
    return this.pages.send(reply, session, consoleFormPage, view, { current: APPS, status });
  }
}

function notJson(content: FormContent): FormView {
  return { values: typedValues(content), errors: { more: NO_OBJECT } };
}

/** A fault in a member that has no field of its own stands at the further members, with its name. */
function atFields(form: FormView): FormView {
  const fields = new Set(
    [...groupsOf(form, { isOwner: true }).flatMap((group) => group.fields), ...NEW_FIELDS].map(({ name }) => name),
  );
  const placed = Object.entries(form.errors).map(([name, message]) =>
    fields.has(name) ? [name, message] : ['more', `${name}: ${message}`],
  );
  return { ...form, errors: Object.fromEntries(placed) as FormView['errors'] };
}
