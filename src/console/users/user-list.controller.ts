import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { consoleListPage } from '../../pages/console-list/console-list.page.js';
import { choicesOf, type ConsoleFieldView, tableOf, timeCell } from '../../pages/console-views.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf } from '../api-answer.js';
import { bulkOf } from '../bulk/bulk-kinds.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { type ListQuery, ListState } from '../list-state.js';
import { type User, ROLES, roleCell, STATUSES, statusCell, USERS } from './user-views.js';

const FILTERS: readonly ConsoleFieldView[] = [
  { name: 'search', label: 'Search', kind: 'search', hint: 'The beginning of a name, an address or a number' },
  { name: 'status', label: 'Status', kind: 'select', choices: choicesOf(STATUSES), none: 'Any' },
  { name: 'role', label: 'Role', kind: 'select', choices: choicesOf(ROLES), none: 'Any' },
];

/** `/admin/users`: everybody who has an account. */
@Controller('admin/users')
export class UserListController {
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
    const state = new ListState(USERS, asked, FILTERS);
    const api = await this.api.for(request, session);
    const { data, next } = answerOf(await api.GET('/api/v1/users', { params: { query: state.query } }), request);
    const columns = [
      state.column('User name', 'username', '-created'),
      state.column('E-mail address', 'email', '-created'),
      { label: 'Role' },
      { label: 'Status' },
      state.column('Made', 'created', '-created'),
    ];
    const view = {
      title: 'Users',
      lead: 'Everybody who has an account here.',
      actions: [
        { label: 'Bulk actions', url: '/admin/bulk/users' },
        { label: 'New user', url: `${USERS}/new`, isPrimary: true },
      ],
      bulk: bulkOf('users'),
      ...state.view(next),
      table: tableOf('Users', columns, data.map(rowOf)),
      empty: {
        title: 'Nobody here',
        detail: 'No user fits. Take a filter away, or make somebody an account.',
        action: { label: 'New user', url: `${USERS}/new` },
      },
    };
    return this.pages.send(reply, session, consoleListPage, view, { current: USERS });
  }
}

function rowOf(user: User) {
  return {
    id: user.id,
    name: user.username,
    cells: [
      { text: user.username, url: `${USERS}/${user.id}`, ...(user.name !== null && { detail: user.name }) },
      { text: user.email },
      roleCell(user.role),
      statusCell(user.status),
      timeCell(user.created_at),
    ],
  };
}
