import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { type FormContent, readFields } from '../../http/page-form.js';
import { consoleFormPage, type ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import { words } from '../../pages/console-views.js';
import { EMPTY_FORM, type FormView } from '../../pages/form-view.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { anotherTry, answerOf, etagOf, formAnswerOf, isRefused } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { isOwner } from '../may.js';
import { PERSON_FIELDS, ROLE_FIELD, type User, USERS } from './user-views.js';

const ACCOUNT_FIELDS = [
  { name: 'username', label: 'User name', kind: 'text', isRequired: true, autocomplete: 'off' },
  { name: 'email', label: 'E-mail address', kind: 'email', isRequired: true, autocomplete: 'off' },
  {
    name: 'password',
    label: 'Password',
    kind: 'password',
    hint: 'At least 8 characters, hard to guess',
    autocomplete: 'new-password',
  },
] as const;

/** Making a user, and changing one. */
@Controller('admin/users')
export class UserFormController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get('new')
  newForm(@SignedIn() session: CurrentSession, @Res() reply: FastifyReply): FastifyReply {
    return this.pages.send(reply, session, consoleFormPage, newView(EMPTY_FORM, randomUUID()), { current: USERS });
  }

  @Post('new')
  async create(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { form_id: key = '', username = '', email = '', password = '', ...rest } = (await readFields(request)).fields;
    const api = await this.api.for(request, session);
    const body = { username, email, password, ...filledIn(rest) };
    const result = await api.POST('/api/v1/users', { body, headers: { 'idempotency-key': key } });
    const answer = formAnswerOf(result, request, { username, email, ...rest });
    if (!isRefused(answer)) return this.pages.done(reply, `${USERS}/${answer.data.id}`, 'created');
    const view = newView(answer.form, randomUUID());
    return this.pages.send(reply, session, consoleFormPage, view, { current: USERS, status: 422 });
  }

  @Get(':id/edit')
  async editForm(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const result = await api.GET('/api/v1/users/{id}', { params: { path: { id } } });
    const user = answerOf(result, request);
    const etag = etagOf(result);
    const view = editView(user, { form: { values: valuesOf(user), errors: {} }, etag, viewer: session.user });
    return this.pages.send(reply, session, consoleFormPage, view, { current: USERS });
  }

  @Post(':id/edit')
  async edit(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { etag = '', role = '', ...fields } = (await readFields(request)).fields;
    const api = await this.api.for(request, session);
    const params = { path: { id }, header: { 'If-Match': etag } };
    const body = { ...emptied(fields), ...(role !== '' && { role: role as User['role'] }) };
    const result = await api.PATCH('/api/v1/users/{id}', { params, body });
    const answer = formAnswerOf(result, request, { ...fields, role });
    if (!isRefused(answer)) return this.pages.done(reply, `${USERS}/${id}`, 'saved');
    const newest = await api.GET('/api/v1/users/{id}', { params: { path: { id } } });
    const user = answerOf(newest, request);
    const now = { values: valuesOf(user), etag: etagOf(newest) };
    const view = editView(user, { ...anotherTry(answer, etag, now), viewer: session.user });
    return this.pages.send(reply, session, consoleFormPage, view, { current: USERS, status: 422 });
  }
}

type Fields = FormContent['fields'];

/** What was left empty is not chosen. */
function filledIn(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

/** What was emptied is to be empty. */
function emptied(fields: Fields): Record<string, string> {
  const entries = Object.entries(fields).map(([name, value]) => [name, value === '' ? null : value]);
  return Object.fromEntries(entries) as Record<string, string>;
}

function valuesOf(user: User): Record<string, string> {
  const values = { ...user } as Readonly<Record<string, string | null>>;
  return Object.fromEntries(PERSON_FIELDS.map(({ name }) => [name, values[name] ?? '']));
}

function newView(form: FormView, key: string): ConsoleFormView {
  return {
    title: 'New user',
    lead: 'They sign in with this password, and can change it on their account page.',
    back: { label: 'Users', url: USERS },
    consequences: [],
    actionUrl: `${USERS}/new`,
    groups: [{ fields: ACCOUNT_FIELDS }, { legend: 'About them', fields: PERSON_FIELDS }],
    hidden: [{ name: 'form_id', value: key }],
    form,
    submit: 'Make the user',
  };
}

interface Edited {
  readonly form: FormView;
  readonly etag: string;
  readonly viewer: CurrentSession['user'];
}

function editView({ id, username, role }: User, { form, etag, viewer }: Edited): ConsoleFormView {
  const roleField = { ...ROLE_FIELD, none: `${words(role)}, as it is` };
  return {
    title: `Edit ${username}`,
    back: { label: username, url: `${USERS}/${id}` },
    consequences: [],
    actionUrl: `${USERS}/${id}/edit`,
    groups: [{ fields: PERSON_FIELDS }, ...(isOwner(viewer) ? [{ legend: 'Rights', fields: [roleField] }] : [])],
    hidden: [{ name: 'etag', value: etag }],
    form,
    submit: 'Save',
  };
}
