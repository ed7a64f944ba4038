import { Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import { Cursors } from '../../api/cursors.service.js';
import { type List, listOf } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { checkMayActOn } from '../../api/rights.js';
import { Problem } from '../../http/problem.js';
import { SessionService } from '../../session/session.service.js';
import { SessionQuery } from './session.dto.js';
import { sessionResource, SessionResource } from './session.resource.js';

/** `/sessions` of the admin API: signed-in browsers. */
@AdminApi('sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionService,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Operation({
    id: 'listSessions',
    summary: 'Browsers that are signed in, the newest first',
    scope: 'admin:sessions:read',
    answer: { status: 200, type: SessionResource, isList: true },
    problems: ['invalid-cursor'],
  })
  async list(@Query() { limit, cursor, user_id: userId }: SessionQuery): Promise<List<SessionResource>> {
    const list = { list: 'sessions', userId };
    const page = await this.sessions.page({ userId }, { limit, after: this.cursors.open(list, cursor) });
    return listOf(page, sessionResource, (position) => this.cursors.make(list, position));
  }

  @Get(':id')
  @Operation({
    id: 'getSession',
    summary: 'One signed-in browser',
    scope: 'admin:sessions:read',
    answer: { status: 200, type: SessionResource },
    problems: ['not-found'],
  })
  async get(@Param('id') id: string): Promise<SessionResource> {
    const session = await this.sessions.bySid(id);
    if (session === null) throw new Problem('not-found');
    return sessionResource(session);
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    id: 'endSession',
    summary: 'Sign a browser out, and tell the apps that it signed in to',
    scope: 'admin:sessions:write',
    isDestructive: true,
    answer: { status: 204 },
    problems: ['not-found', 'forbidden'],
  })
  async end(@Param('id') id: string, @CalledBy() caller: Caller): Promise<void> {
    const session = await this.sessions.bySid(id);
    if (session?.user === undefined) throw new Problem('not-found');
    // Everybody may sign themselves out, wherever they have left a browser signed in.
    if (caller.kind === 'client' || caller.id !== session.user.id) checkMayActOn(caller, session.user.role);
    await this.sessions.endOne(id);
  }
}
