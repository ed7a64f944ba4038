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
import { forCell, type Scope, SCOPES, sensitivityCell } from './scope-views.js';

const FILTERS: readonly ConsoleFieldView[] = [
  { name: 'search', label: 'Search', kind: 'search', hint: 'The beginning of a name' },
  {
    name: 'sensitivity',
    label: 'Sensitivity',
    kind: 'select',
    choices: choicesOf(['normal', 'sensitive']),
    none: 'Any',
  },
  {
    name: 'is_built_in',
    label: 'Defined by',
    kind: 'select',
    choices: [{ value: 'true', label: 'The server itself' }],
    none: 'Administrators',
  },
];
const NEW = { label: 'New scope', url: `${SCOPES}/new` };

/** `/admin/scopes`: what apps can ask for. */
@Controller('admin/scopes')
export class ScopeListController {
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
    const state = new ListState(SCOPES, asked, FILTERS);
    const api = await this.api.for(request, session);
    const { data, next } = answerOf(await api.GET('/api/v1/scopes', { params: { query: state.query } }), request);
    const columns = [
      state.column('Name', 'name', 'name'),
      { label: 'Audience' },
      { label: 'Sensitivity' },
      { label: 'For' },
      state.column('Defined', 'created', 'name'),
    ];
    const view = {
      title: 'Scopes',
      lead: 'What apps can ask for. People read the sentence, apps the name.',
      actions: [{ ...NEW, isPrimary: true }],
      ...state.view(next),
      table: tableOf('Scopes', columns, data.map(cellsOf)),
      empty: {
        title: 'No scope fits',
        detail:
          'Define one for each thing that apps can do with an API of yours, so that people can allow them one by one.',
        action: NEW,
      },
    };
    return this.pages.send(reply, session, consoleListPage, view, { current: SCOPES });
  }
}

function cellsOf(scope: Scope): CellView[] {
  const sentence = scope.descriptions['en'];
  return [
    {
      text: scope.name,
      url: `${SCOPES}/${encodeURIComponent(scope.id)}`,
      ...(sentence !== undefined && { detail: sentence }),
    },
    scope.audience === null ? { text: '—' } : { code: scope.audience },
    sensitivityCell(scope),
    forCell(scope),
    timeCell(scope.created_at, 'Built in'),
  ];
}
