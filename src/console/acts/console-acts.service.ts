import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageError } from '../../http/page-error.js';
import { readFields } from '../../http/page-form.js';
import { consoleFormPage, type ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import type { ConsoleFieldView } from '../../pages/console-views.js';
import { EMPTY_FORM, type FormView } from '../../pages/form-view.js';
import type { CurrentSession } from '../../session/session.service.js';
import { answerOf, formAnswerOf, isRefused } from '../api-answer.js';
import { typedName } from '../confirmation.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import type { Act, ActsOn } from './act.js';

/** Who asks for which act on which thing. */
export interface AskedAct {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly session: CurrentSession;
  readonly id: string;
  /** As the address names it; anything may stand there. */
  readonly act: string;
}

/** Acts on one thing: each asks first, at the address that does it, so that a login in between comes back to the question. */
@Injectable()
export class ConsoleActs {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  /** @throws PageError `not_found` for an act that there is not */
  async ask<Thing>(kind: ActsOn<Thing>, asked: AskedAct, form: FormView = EMPTY_FORM): Promise<FastifyReply> {
    const { request, reply, session, id } = asked;
    const act = actOf(kind, asked.act);
    const api = await this.api.for(request, session);
    const result = await kind.read(api, id);
    const thing = answerOf(result, request);
    const etag = result.response.headers.get('etag') ?? '';
    const view = questionView(kind, act, { thing, url: urlOf(kind, id), actName: asked.act, etag, form });
    const status = form === EMPTY_FORM ? 200 : 422;
    return this.pages.send(reply, session, consoleFormPage, view, { current: kind.list.url, status });
  }

  /** @throws PageError `not_found` for an act that there is not */
  async run<Thing>(kind: ActsOn<Thing>, asked: AskedAct): Promise<FastifyReply> {
    const { request, reply, session, id } = asked;
    const act = actOf(kind, asked.act);
    const { etag = '', confirmation = '', ...values } = (await readFields(request)).fields;
    const api = await this.api.for(request, session);
    const thing = answerOf(await kind.read(api, id), request);
    const fault = act.isForGood === true ? typedName(confirmation, kind.nameOf(thing)) : undefined;
    if (fault !== undefined) return this.ask(kind, asked, fault);
    const answer = formAnswerOf(await act.run(api, { id, etag, values }), request, values);
    if (isRefused(answer)) return this.ask(kind, asked, answer.form);
    const isLeft = kind.hasPages && act.isForGood !== true;
    return this.pages.done(reply, isLeft ? urlOf(kind, id) : kind.list.url, act.notice);
  }
}

function urlOf({ list }: Pick<ActsOn<never>, 'list'>, id: string): string {
  return `${list.url}/${encodeURIComponent(id)}`;
}

function actOf<Thing>({ acts }: ActsOn<Thing>, name: string): Act<Thing> {
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (act === undefined) throw new PageError('not_found');
  return act;
}

interface Question<Thing> {
  readonly thing: Thing;
  readonly url: string;
  readonly actName: string;
  readonly etag: string;
  readonly form: FormView;
}

function questionView<Thing>(
  { list, hasPages, nameOf }: ActsOn<Thing>,
  { question, lead, consequences, fields = [], submit, isDanger, isForGood }: Act<Thing>,
  { thing, url, actName, etag, form }: Question<Thing>,
): ConsoleFormView {
  const name = nameOf(thing);
  const confirmation: ConsoleFieldView = {
    name: 'confirmation',
    label: `Type ${name} to be sure`,
    kind: 'text',
    isRequired: true,
    autocomplete: 'off',
  };
  const asked = [...fields, ...(isForGood === true ? [confirmation] : [])];
  return {
    title: question(thing),
    ...(lead && { lead: lead(thing) }),
    back: hasPages ? { label: name, url } : list,
    consequences: consequences(thing),
    actionUrl: `${url}/${actName}`,
    groups: asked.length === 0 ? [] : [{ fields: asked }],
    hidden: [{ name: 'etag', value: etag }],
    form,
    submit,
    ...(isDanger === true && { isDanger }),
  };
}
