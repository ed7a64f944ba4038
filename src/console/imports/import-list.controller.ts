import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { consoleListPage } from '../../pages/console-list/console-list.page.js';
import { tableOf } from '../../pages/console-views.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { type ListQuery, ListState } from '../list-state.js';
import { IMPORT_COLUMNS, importCells, IMPORTS } from './import-views.js';

/** `/admin/user-imports`: files of users, the newest first. */
@Controller('admin/user-imports')
export class ImportListController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get()
  async list(
    @SignedIn() session: CurrentSession,
    @Query() asked: ListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const state = new ListState(IMPORTS, asked, []);
    const api = await this.api.for(request, session);
    const { data, next } = answerOf(await api.GET('/api/v1/user-imports', { params: { query: state.query } }), request);
    const action = { label: 'Import users', url: `${IMPORTS}/new` };
    const view = {
      title: 'Imports',
      lead: 'Users from files. A record is kept for 30 days.',
      actions: [{ ...action, isPrimary: true }],
      ...state.view(next),
      table: tableOf('Imports', IMPORT_COLUMNS, data.map(importCells)),
      empty: {
        title: 'Nothing was imported',
        detail: 'Users of another system come in from a CSV or JSON file, with the hashes of their passwords.',
        action,
      },
    };
    return this.pages.send(reply, session, consoleListPage, view, { current: IMPORTS });
  }
}
