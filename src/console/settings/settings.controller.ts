import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFields } from '../../http/page-form.js';
import { consoleDetailPage } from '../../pages/console-detail/console-detail.page.js';
import { consoleFormPage } from '../../pages/console-form/console-form.page.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { anotherTry, answerOf, etagOf, formAnswerOf, isRefused, type Refused } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { resetView, type Setting, SETTINGS, settingsView, settingView } from './setting-views.js';

const CURRENT = { current: SETTINGS };

/** `/admin/settings`: how the installation is set, and by what. */
@Controller('admin/settings')
export class ConsoleSettingsController {
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
    const { data } = answerOf(await api.GET('/api/v1/settings'), request);
    return this.pages.send(reply, session, consoleDetailPage, settingsView(data, session.user), CURRENT);
  }

  @Get(':name')
  show(
    @SignedIn() session: CurrentSession,
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.sendSetting(request, reply, { session, name });
  }

  @Post(':name')
  async change(
    @SignedIn() session: CurrentSession,
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { etag = '', value = '' } = (await readFields(request)).fields;
    const { setting, api } = await this.read(request, session, name);
    const params = { path: { name }, header: { 'If-Match': etag } };
    const body = { value: typedValue(setting, value) };
    const answer = formAnswerOf(await api.PATCH('/api/v1/settings/{name}', { params, body }), request, { value });
    if (isRefused(answer)) return this.sendSetting(request, reply, { session, name, refused: answer });
    return this.pages.done(reply, SETTINGS, 'saved');
  }

  @Get(':name/reset')
  async askReset(
    @SignedIn() session: CurrentSession,
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { setting, etag } = await this.read(request, session, name);
    return this.pages.send(reply, session, consoleFormPage, resetView(setting, etag), CURRENT);
  }

  @Post(':name/reset')
  async reset(
    @SignedIn() session: CurrentSession,
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { etag = '' } = (await readFields(request)).fields;
    const api = await this.api.for(request, session);
    const params = { path: { name }, header: { 'If-Match': etag } };
    const answer = formAnswerOf(await api.DELETE('/api/v1/settings/{name}', { params }), request, {});
    if (!isRefused(answer)) return this.pages.done(reply, SETTINGS, 'saved');
    const read = await this.read(request, session, name);
    const view = resetView(read.setting, read.etag, answer.form);
    return this.pages.send(reply, session, consoleFormPage, view, { ...CURRENT, status: 422 });
  }

  private async sendSetting(
    request: FastifyRequest,
    reply: FastifyReply,
    { session, name, refused }: { session: CurrentSession; name: string; refused?: Refused },
  ): Promise<FastifyReply> {
    const { setting, etag } = await this.read(request, session, name);
    const now = { values: { value: String(setting.value) }, etag };
    const view = settingView(setting, etag, refused && anotherTry(refused, etag, now).form);
    const options = { ...CURRENT, status: refused === undefined ? 200 : 422 };
    return 'submit' in view
      ? this.pages.send(reply, session, consoleFormPage, view, options)
      : this.pages.send(reply, session, consoleDetailPage, view, options);
  }

  private async read(request: FastifyRequest, session: CurrentSession, name: string) {
    const api = await this.api.for(request, session);
    const result = await api.GET('/api/v1/settings/{name}', { params: { path: { name } } });
    return { api, setting: answerOf(result, request), etag: etagOf(result) };
  }
}

/** A number where one is needed; what is none is left to the API's judgement. */
function typedValue({ minimum }: Setting, typed: string): string | number {
  return minimum !== null && /^\d{1,9}$/.test(typed) ? Number(typed) : typed;
}
