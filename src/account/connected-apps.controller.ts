import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { leaveNotice, takeNotice } from '../http/notice.js';
import { PageError } from '../http/page-error.js';
import { redirect } from '../http/redirect.js';
import { sendPage } from '../http/send-page.js';
import { connectedAppRemovePage } from '../pages/connected-app-remove/connected-app-remove.page.js';
import { connectedAppsPage } from '../pages/connected-apps/connected-apps.page.js';
import { paginationOf } from '../pages/pagination-view.js';
import type { CurrentSession } from '../session/session.service.js';
import { SignedIn } from '../session/signed-in.decorator.js';
import { ConnectedAppsService } from './connected-apps.service.js';

const PATH = '/account/apps';
const NAVIGATION = { current: 'connected-apps' } as const;

/** What the signed-in user allowed, and how they take it back. */
@Controller(PATH)
export class ConnectedAppsController {
  constructor(
    private readonly apps: ConnectedAppsService,
    private readonly settings: Settings,
  ) {}

  @Get()
  async list(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @SignedIn() { user }: CurrentSession,
    @Query('page') page: unknown,
  ): Promise<FastifyReply> {
    const { apps, ...position } = await this.apps.list(user, pageNumber(page));
    // Beyond the end, for instance after the last app of the last page was removed.
    if (apps.length === 0 && position.page > 1) return redirect(reply, PATH);
    const view = { apps, pagination: paginationOf(PATH, position) };
    return sendPage(reply, connectedAppsPage, view, { ...NAVIGATION, ...takeNotice(request, reply, this.settings) });
  }

  @Get(':id/remove')
  async confirm(
    @Res() reply: FastifyReply,
    @SignedIn() { user }: CurrentSession,
    @Param('id') id: string,
  ): Promise<FastifyReply> {
    const app = await this.apps.find(user.id, id);
    if (app === undefined) throw new PageError('not_found');
    return sendPage(reply, connectedAppRemovePage, { app }, NAVIGATION);
  }

  @Post(':id/remove')
  async remove(
    @Res() reply: FastifyReply,
    @SignedIn() { user }: CurrentSession,
    @Param('id') id: string,
  ): Promise<FastifyReply> {
    // A form that is sent twice finds nothing the second time, and what was wanted is true.
    await this.apps.remove(user.id, id);
    leaveNotice(reply, this.settings, 'connected_app_removed');
    return redirect(reply, PATH);
  }
}

function pageNumber(text: unknown): number {
  return typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}
