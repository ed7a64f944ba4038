import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { consoleListPage } from '../../pages/console-list/console-list.page.js';
import { choicesOf, type ConsoleFieldView, tableOf, timeCell, words } from '../../pages/console-views.js';
import { APP_KINDS } from '../../protocol/grant-types.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf } from '../api-answer.js';
import { bulkOf } from '../bulk/bulk-kinds.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { type ListQuery, ListState } from '../list-state.js';
import { APPS, type ListedApp, ownerCell, STATUSES, statusCell, urlOf, verifiedCell } from './app-views.js';

const VERIFIED = [
  { value: 'true', label: 'Verified' },
  { value: 'false', label: 'Not verified' },
];
const FILTERS: readonly ConsoleFieldView[] = [
  { name: 'search', label: 'Search', kind: 'search', hint: 'The beginning of a name, or a client id' },
  { name: 'status', label: 'Status', kind: 'select', choices: choicesOf(STATUSES), none: 'Any' },
  { name: 'kind', label: 'Kind', kind: 'select', choices: choicesOf(APP_KINDS), none: 'Any' },
  { name: 'is_verified', label: 'Vouched for', kind: 'select', choices: VERIFIED, none: 'Any' },
  { name: 'owner', label: 'Owner', kind: 'text', hint: 'An employee number' },
];

/** `/admin/apps`: everything that people sign in to, and programs that act for themselves. */
@Controller('admin/apps')
export class ConsoleAppListController {
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
    const state = new ListState(APPS, asked, FILTERS);
    const api = await this.api.for(request, session);
    const query = state.query as object;
    const { data, next } = answerOf(await api.GET('/api/v1/clients', { params: { query } }), request);
    const columns = [
      state.column('Name', 'name', '-created'),
      { label: 'Kind' },
      { label: 'Owner' },
      { label: 'Status' },
      { label: 'Vouched for' },
      state.column('Made', 'created', '-created'),
    ];
    const register = { label: 'New app', url: `${APPS}/new`, isPrimary: true };
    const view = {
      title: 'Apps',
      lead: 'What people sign in to, and programs that act for themselves.',
      actions: [{ label: 'Bulk actions', url: '/admin/bulk/clients' }, register],
      bulk: bulkOf('clients'),
      ...state.view(next),
      table: tableOf('Apps', columns, data.map(rowOf)),
      empty: {
        title: 'No app here',
        detail:
          'An app is anything that lets people sign in with this server, or that gets a token of its own. No app fits: take a filter away, or register one.',
        action: register,
      },
    };
    return this.pages.send(reply, session, consoleListPage, view, { current: APPS });
  }
}

function rowOf(app: ListedApp) {
  return {
    id: app.client_id,
    name: app.client_name,
    cells: [
      { text: app.client_name, url: urlOf(app), detail: app.client_id },
      { text: words(app.kind) },
      ownerCell(app),
      statusCell(app),
      verifiedCell(app),
      timeCell(app.created_at),
    ],
  };
}
