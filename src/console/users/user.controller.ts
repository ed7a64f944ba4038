import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { consoleDetailPage, type SectionView } from '../../pages/console-detail/console-detail.page.js';
import { type ActionView, fact, type FactView, tableOf, textCell, timeCell } from '../../pages/console-views.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf } from '../api-answer.js';
import { eventTable } from '../audit/event-table.js';
import { type ConsoleClient, ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { mayActOn } from '../may.js';
import { withoutActs } from '../offers.js';
import { appsOfUser } from '../issued/issued-sections.js';
import { sessionCells, SESSION_COLUMNS } from '../sessions/session-cells.js';
import { roleCell, statusCell, type User, USERS } from './user-views.js';

/** Rows of each section; the whole list is a link away. */
const FEW = 5;

/** `/admin/users/:id`: one user, what they use, and what happened. */
@Controller('admin/users')
export class UserController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get(':id')
  async show(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const user = answerOf(await api.GET('/api/v1/users/{id}', { params: { path: { id } } }), request);
    const view = {
      title: user.username,
      back: { label: 'Users', url: USERS },
      ...(user.name !== null && { lead: user.name }),
      badges: [statusCell(user.status), ...(user.role === 'user' ? [] : [roleCell(user.role)])],
      actions: actionsOf(user),
      facts: factsOf(user),
      sections: await sectionsOf(api, user, request),
    };
    const shown = mayActOn(session.user, user.role) ? view : withoutActs(view);
    return this.pages.send(reply, session, consoleDetailPage, shown, { current: USERS });
  }
}

function actionsOf({ id, status }: User): ActionView[] {
  const url = `${USERS}/${id}`;
  const isActive = status === 'active';
  return [
    { label: 'Edit', url: `${url}/edit` },
    isActive ? { label: 'Disable', url: `${url}/disable` } : { label: 'Enable', url: `${url}/enable`, isPrimary: true },
    ...(isActive ? [{ label: 'Reset password', url: `${url}/reset-password` }] : []),
    { label: 'Sign out everywhere', url: `${url}/sign-out` },
    { label: 'Delete', url: `${url}/delete`, isDanger: true },
  ];
}

function factsOf(user: User): FactView[] {
  return [
    fact('E-mail address', {
      text: user.email,
      detail: user.email_verified_at === null ? 'Not confirmed' : 'Confirmed',
    }),
    fact('Employee number', { code: user.empUserId }),
    fact('Name', textCell([user.given_name, user.family_name].filter((name) => name !== null).join(' '))),
    fact('Phone number', textCell(user.phone)),
    fact('Date of birth', textCell(user.dob)),
    fact('Language and time zone', textCell([user.locale, user.zoneinfo].filter((part) => part !== null).join(', '))),
    fact('Made', timeCell(user.created_at)),
    fact('Changed', timeCell(user.updated_at)),
    fact('Id', { code: user.id }),
  ];
}

/** What the viewer may not see is left out: support has no audit log. */
async function sectionsOf(api: ConsoleClient, { id }: User, request: FastifyRequest): Promise<SectionView[]> {
  const [sessions, apps, events] = await Promise.all([
    api.GET('/api/v1/sessions', { params: { query: { user_id: id, limit: FEW } } }),
    api.GET('/api/v1/consents', { params: { query: { user_id: id, limit: FEW } } }),
    api.GET('/api/v1/audit-events', { params: { query: { target_id: id, limit: FEW } } }),
  ]);
  const browsers = answerOf(sessions, request).data;
  return [
    {
      title: 'Sessions',
      lead: 'Browsers that are signed in.',
      table: tableOf('Sessions', SESSION_COLUMNS, browsers.map(sessionCells)),
      empty: 'No browser is signed in.',
      more: { label: 'All sessions of this user', url: `/admin/sessions?user_id=${id}` },
    },
    appsOfUser(id, answerOf(apps, request).data),
    ...(events.response.status === 403
      ? []
      : [
          {
            title: 'What happened',
            table: eventTable(answerOf(events, request).data),
            empty: 'Nothing is on record.',
            more: { label: 'All of it in the audit log', url: `/admin/audit?target_id=${id}` },
          },
        ]),
  ];
}
