import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { PageError } from '../../http/page-error.js';
import { readFields } from '../../http/page-form.js';
import { consoleDetailPage } from '../../pages/console-detail/console-detail.page.js';
import { consoleFormPage } from '../../pages/console-form/console-form.page.js';
import { consoleListPage } from '../../pages/console-list/console-list.page.js';
import { tableOf } from '../../pages/console-views.js';
import { EMPTY_FORM, type FormView } from '../../pages/form-view.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf, formAnswerOf, isRefused } from '../api-answer.js';
import { typedName } from '../confirmation.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { type ListQuery, ListState } from '../list-state.js';
import { bulkAct, bulkKind, type BulkOrder } from './bulk-kinds.js';
import { bulkCells, bulkProgress, bulkQuestion, bulkUrl, isUnderWay, WORD } from './bulk-views.js';

/** Seconds between two looks at work that goes on. */
const REFRESH = 2;

/** `/admin/bulk/:kind`: the same act on many users or apps. */
@Controller('admin/bulk/:kind')
export class BulkController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get()
  async list(
    @SignedIn() session: CurrentSession,
    @Param('kind') name: string,
    @Query() asked: ListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const kind = bulkKind(name);
    const state = new ListState(bulkUrl(name), asked, []);
    const api = await this.api.for(request, session);
    const { data, next } = answerOf(await kind.page(api, state.query), request);
    const view = {
      title: `Bulk actions on ${kind.many}`,
      lead: 'What was done to many at once, the newest first; each is kept for 30 days.',
      actions: [kind.list],
      ...state.view(next),
      table: tableOf(
        'Acts',
        ['What', 'State', 'Progress', 'Begun'],
        data.map((operation) => bulkCells(name, operation)),
      ),
      empty: {
        title: 'Nothing was done to many at once',
        detail: `Tick some ${kind.many} in their list, and choose below it what to do.`,
        action: kind.list,
      },
    };
    return this.pages.send(reply, session, consoleListPage, view, { current: kind.list.url });
  }

  @Get('new')
  ask(
    @SignedIn() session: CurrentSession,
    @Param('kind') name: string,
    @Query() asked: ListQuery,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    return this.sendQuestion(reply, session, { name, order: orderOf(asked), form: EMPTY_FORM });
  }

  @Post('new')
  async begin(
    @SignedIn() session: CurrentSession,
    @Param('kind') name: string,
    @Query() asked: ListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { form_id: key = '', confirmation = '', reason } = (await readFields(request)).fields;
    const order = { ...orderOf(asked), ...(reason !== undefined && { reason }) };
    const fault = bulkAct(bulkKind(name), order.action).isForGood === true ? typedName(confirmation, WORD) : undefined;
    if (fault !== undefined) return this.sendQuestion(reply, session, { name, order, form: fault });
    const api = await this.api.for(request, session);
    const answer = formAnswerOf(await bulkKind(name).begin(api, order, key), request, { reason: reason ?? '' });
    if (isRefused(answer)) return this.sendQuestion(reply, session, { name, order, form: answer.form });
    return this.pages.done(reply, `${bulkUrl(name)}/${answer.data.id}`, 'begun');
  }

  @Get(':id')
  async show(
    @SignedIn() session: CurrentSession,
    @Param('kind') name: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const operation = answerOf(await bulkKind(name).get(api, id), request);
    return this.pages.send(reply, session, consoleDetailPage, bulkProgress(name, operation), {
      current: bulkKind(name).list.url,
      ...(isUnderWay(operation) && { refresh: REFRESH }),
    });
  }

  @Post(':id/cancel')
  async cancel(
    @SignedIn() session: CurrentSession,
    @Param('kind') name: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    answerOf(await bulkKind(name).cancel(api, id), request);
    return this.pages.done(reply, `${bulkUrl(name)}/${encodeURIComponent(id)}`, 'done');
  }

  private sendQuestion(
    reply: FastifyReply,
    session: CurrentSession,
    { name, order, form }: { name: string; order: BulkOrder; form: FormView },
  ): FastifyReply {
    const kind = bulkKind(name);
    if (order.ids.length === 0) throw new PageError('bad_request', { detail: `Tick the ${kind.many} first.` });
    const view = bulkQuestion(name, order, form, randomUUID());
    const status = form === EMPTY_FORM ? 200 : 422;
    return this.pages.send(reply, session, consoleFormPage, view, { current: kind.list.url, status });
  }
}

function orderOf({ action, ids }: ListQuery): BulkOrder {
  const given = [ids].flat().filter((id): id is string => typeof id === 'string' && id !== '');
  return { action: typeof action === 'string' ? action : '', ids: [...new Set(given)] };
}
