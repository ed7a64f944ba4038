import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { AUDIT_ACTIONS } from '../../audit/audit-actions.js';
import { consoleDetailPage } from '../../pages/console-detail/console-detail.page.js';
import { consoleListPage } from '../../pages/console-list/console-list.page.js';
import { type ConsoleFieldView, fact, textCell } from '../../pages/console-views.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf } from '../api-answer.js';
import { type ConsoleClient, ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { type ListQuery, ListState } from '../list-state.js';
import { AUDIT, type AuditEvent, eventTable, partyCell, requestCell, whatCell } from './event-table.js';

/** Rows of one request while exporting: as many as the API gives at once. */
const EXPORT_PAGE = 100;

const FILTERS: readonly ConsoleFieldView[] = [
  {
    name: 'action',
    label: 'What',
    kind: 'select',
    choices: AUDIT_ACTIONS.map((action) => ({ value: action, label: action })),
    none: 'Anything',
  },
  {
    name: 'outcome',
    label: 'Outcome',
    kind: 'select',
    choices: [
      { value: 'success', label: 'Succeeded' },
      { value: 'failure', label: 'Failed' },
    ],
    none: 'Any',
  },
  { name: 'actor_id', label: 'By', kind: 'search', hint: 'Id of a user or an app' },
  { name: 'target_id', label: 'On', kind: 'search', hint: 'Id of what it was done to' },
  { name: 'request_id', label: 'Request', kind: 'search', hint: 'The id that an error page tells' },
  { name: 'since', label: 'From day', kind: 'date', hint: 'Begins at midnight UTC' },
  { name: 'until', label: 'Before day', kind: 'date', hint: 'Ends at midnight UTC' },
];

/** `/admin/audit`: who did what. */
@Controller('admin/audit')
export class AuditController {
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
    const state = new ListState(AUDIT, asked, FILTERS);
    const api = await this.api.for(request, session);
    const query = queryOf(state);
    const { data, next } = answerOf(await api.GET('/api/v1/audit-events', { params: { query } }), request);
    const view = {
      title: 'Audit log',
      lead: 'Who did what, on what, from where: the newest first.',
      actions: [{ label: 'Export as JSON lines', url: state.urlOf(`${AUDIT}/export`) }],
      ...state.view(next),
      table: eventTable(data),
      empty: { title: 'Nothing is on record', detail: 'No event fits. Take a filter away, or look at other days.' },
    };
    return this.pages.send(reply, session, consoleListPage, view, { current: AUDIT });
  }

  /** Everything that fits, one event a line, as it comes: nothing is kept in memory. */
  @Get('export')
  async export(
    @SignedIn() session: CurrentSession,
    @Query() asked: ListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const query = queryOf(new ListState(AUDIT, asked, FILTERS));
    // Before anything is sent, so that who may not read it gets a page.
    answerOf(await api.GET('/api/v1/audit-events', { params: { query: { ...query, limit: 1 } } }), request);
    return reply
      .type('application/jsonl; charset=utf-8')
      .header('content-disposition', 'attachment; filename="audit-events.jsonl"')
      .header('cache-control', 'no-store')
      .send(Readable.from(lines(api, query, request)));
  }

  @Get(':id')
  async show(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const event = answerOf(await api.GET('/api/v1/audit-events/{id}', { params: { path: { id } } }), request);
    return this.pages.send(reply, session, consoleDetailPage, detailView(event), { current: AUDIT });
  }
}

/** Days become points in time. */
function queryOf(state: ListState): Record<string, string> {
  const entries = Object.entries(state.query).map(([name, value]) => [
    name,
    (name === 'since' || name === 'until') && /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value,
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

async function* lines(api: ConsoleClient, query: object, request: FastifyRequest): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const params = { query: { ...query, limit: EXPORT_PAGE, ...(cursor !== undefined && { cursor }) } };
    const result = await api.GET('/api/v1/audit-events', { params });
    if (result.response.status === 429) {
      await wait(Number(result.response.headers.get('retry-after') ?? 1) * 1000);
      continue;
    }
    const { data, next } = answerOf(result, request);
    for (const event of data) yield `${JSON.stringify(event)}\n`;
    cursor = next ?? '';
  } while (cursor !== '');
}

function detailView(event: AuditEvent) {
  return {
    title: event.action,
    back: { label: 'Audit log', url: AUDIT },
    badges: [
      {
        badge: event.outcome === 'success' ? 'Succeeded' : 'Failed',
        tone: event.outcome === 'success' ? 'good' : 'bad',
      } as const,
    ],
    actions: [],
    facts: [
      fact('When', { at: new Date(event.occurred_at) }),
      fact('What', whatCell(event)),
      fact('By', partyCell(event.actor_type, event.actor_id)),
      fact('On', partyCell(event.target_type, event.target_id)),
      fact('From', textCell(event.address)),
      fact('Browser or program', textCell(event.user_agent)),
      fact('Request', requestCell(event.request_id)),
      fact('Id', { code: event.id }),
    ],
    sections:
      Object.keys(event.details).length === 0
        ? []
        : [
            {
              title: 'Details',
              code: { id: 'details', label: 'Details', code: JSON.stringify(event.details, null, 2) },
            },
          ],
  };
}
