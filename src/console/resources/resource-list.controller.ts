import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { consoleListPage } from '../../pages/console-list/console-list.page.js';
import { type CellView, choicesOf, type ConsoleFieldView, tableOf, timeCell } from '../../pages/console-views.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { type ListQuery, ListState } from '../list-state.js';
import { lifetimeCell, type Resource, RESOURCES, statusCell, STATUSES } from './resource-views.js';

const FILTERS: readonly ConsoleFieldView[] = [
  { name: 'search', label: 'Search', kind: 'search', hint: 'The beginning of a name or an identifier' },
  { name: 'status', label: 'Status', kind: 'select', choices: choicesOf(STATUSES), none: 'Any' },
];
const NEW = { label: 'New resource server', url: `${RESOURCES}/new` };

/** `/admin/resources`: the APIs that take tokens of this server. */
@Controller('admin/resources')
export class ResourceListController {
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
    const state = new ListState(RESOURCES, asked, FILTERS);
    const api = await this.api.for(request, session);
    const { data, next } = answerOf(await api.GET('/api/v1/resources', { params: { query: state.query } }), request);
    const columns = [
      state.column('Name', 'name', 'name'),
      state.column('Identifier', 'identifier', 'name'),
      { label: 'Access tokens live' },
      { label: 'Status' },
      state.column('Defined', 'created', 'name'),
    ];
    const view = {
      title: 'Resource servers',
      lead: 'APIs that take access tokens of this server.',
      actions: [{ ...NEW, isPrimary: true }],
      ...state.view(next),
      table: tableOf('Resource servers', columns, data.map(cellsOf)),
      empty: {
        title: 'No resource server fits',
        detail: 'Define one for each API of yours: its tokens then open nothing at any other one.',
        action: NEW,
      },
    };
    return this.pages.send(reply, session, consoleListPage, view, { current: RESOURCES });
  }
}

function cellsOf(resource: Resource): CellView[] {
  return [
    { text: resource.name, url: `${RESOURCES}/${resource.id}` },
    { code: resource.identifier },
    lifetimeCell(resource),
    statusCell(resource),
    timeCell(resource.created_at),
  ];
}
