import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageError } from '../../http/page-error.js';
import { readFields } from '../../http/page-form.js';
import { consoleDetailPage } from '../../pages/console-detail/console-detail.page.js';
import { consoleFormPage, type ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import { tableOf } from '../../pages/console-views.js';
import { EMPTY_FORM, type FormView } from '../../pages/form-view.js';
import { SIGNING_ALGS, type SigningAlg } from '../../protocol/jose-algs.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf, etagOf, formAnswerOf, isRefused } from '../api-answer.js';
import { typedName } from '../confirmation.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { KEY_COLUMNS, keyCells, KEYS, shortKid, stretchOf } from './key-cells.js';

const BACK = { label: 'Keys', url: KEYS };

/** `/admin/keys`: what this server signs with, over time. */
@Controller('admin/keys')
export class ConsoleKeysController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get()
  async list(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const { data } = answerOf(await api.GET('/api/v1/keys'), request);
    const stretch = stretchOf(data, Date.now());
    const rowOf = (key: (typeof data)[number]) => keyCells(key, `${KEYS}/${encodeURIComponent(key.kid)}`, stretch);
    const view = {
      title: 'Keys',
      lead: 'What ID tokens are signed with. A key is published before it signs, signs, and stays published until nothing that it signed is of use. The line shows each over time: published, signing within it, and now.',
      badges: [],
      actions: [{ label: 'Rotate', url: `${KEYS}/rotate` }],
      facts: [],
      sections: SIGNING_ALGS.map((alg) => ({
        title: alg,
        table: tableOf(`Keys of ${alg}`, KEY_COLUMNS, data.filter((key) => key.alg === alg).map(rowOf)),
        empty: 'There is no key of this algorithm.',
      })),
    };
    return this.pages.send(reply, session, consoleDetailPage, view, { current: KEYS });
  }

  @Get('rotate')
  askRotate(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.sendRotation(request, reply, session);
  }

  @Post('rotate')
  async rotate(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { fields, lists } = await readFields(request, { lists: ['alg'] });
    const alg = (lists['alg'] ?? []) as SigningAlg[];
    const api = await this.api.for(request, session);
    const params = { header: { 'If-Match': fields['etag'] ?? '' } };
    const body = { now: fields['now'] === 'on', ...(alg.length > 0 && { alg }) };
    const answer = formAnswerOf(await api.POST('/api/v1/keys/rotate', { params, body }), request, {});
    if (isRefused(answer)) return this.sendRotation(request, reply, session, answer.form);
    return this.pages.done(reply, KEYS, 'done');
  }

  @Get(':kid/revoke')
  async askRevoke(
    @SignedIn() session: CurrentSession,
    @Param('kid') kid: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const { data } = answerOf(await api.GET('/api/v1/keys'), request);
    if (!data.some((key) => key.kid === kid)) throw new PageError('not_found');
    return this.sendQuestion(reply, session, kid);
  }

  @Post(':kid/revoke')
  async revoke(
    @SignedIn() session: CurrentSession,
    @Param('kid') kid: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { confirmation = '' } = (await readFields(request)).fields;
    const fault = typedName(confirmation, shortKid(kid));
    if (fault !== undefined) return this.sendQuestion(reply, session, kid, fault);
    const api = await this.api.for(request, session);
    answerOf(await api.POST('/api/v1/keys/{kid}/revoke', { params: { path: { kid } } }), request);
    return this.pages.done(reply, KEYS, 'done');
  }

  /** About the keys as they are now. */
  private async sendRotation(
    request: FastifyRequest,
    reply: FastifyReply,
    session: CurrentSession,
    form = EMPTY_FORM,
  ): Promise<FastifyReply> {
    const keys = await (await this.api.for(request, session)).GET('/api/v1/keys');
    answerOf(keys, request);
    const status = form === EMPTY_FORM ? 200 : 422;
    return this.pages.send(reply, session, consoleFormPage, rotationView(etagOf(keys), form), {
      current: KEYS,
      status,
    });
  }

  private sendQuestion(reply: FastifyReply, session: CurrentSession, kid: string, form = EMPTY_FORM): FastifyReply {
    const label = `Type ${shortKid(kid)} to be sure`;
    const view = {
      title: `Revoke the key …${shortKid(kid)}?`,
      lead: 'For a key that somebody else may have.',
      back: BACK,
      consequences: [
        'It is no longer published: whatever it signed is refused from now on.',
        'Another key takes its place at once.',
        'This cannot be undone.',
      ],
      actionUrl: `${KEYS}/${encodeURIComponent(kid)}/revoke`,
      groups: [
        { fields: [{ name: 'confirmation', label, kind: 'text' as const, isRequired: true, autocomplete: 'off' }] },
      ],
      hidden: [],
      form,
      submit: 'Revoke for good',
      isDanger: true,
    };
    const status = form === EMPTY_FORM ? 200 : 422;
    return this.pages.send(reply, session, consoleFormPage, view, { current: KEYS, status });
  }
}

function rotationView(etag: string, form: FormView): ConsoleFormView {
  return {
    title: 'Rotate the signing keys?',
    back: BACK,
    consequences: [
      'The next keys sign as soon as every client can know them.',
      'What the present ones signed stays good until it ends.',
    ],
    actionUrl: `${KEYS}/rotate`,
    groups: [
      {
        fields: [
          {
            name: 'alg',
            label: 'Algorithms',
            kind: 'ticks',
            hint: 'All of them when none is ticked',
            choices: SIGNING_ALGS.map((value) => ({ value, label: value })),
          },
          {
            name: 'now',
            label: 'At once',
            kind: 'check',
            hint: 'Clients that have not seen the new key refuse what it signs until they look again',
          },
        ],
      },
    ],
    hidden: [{ name: 'etag', value: etag }],
    form,
    submit: 'Rotate',
  };
}
