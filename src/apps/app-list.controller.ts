import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClientService } from '../clients/client.service.js';
import { Settings } from '../config/settings.js';
import { takeNotice } from '../http/notice.js';
import { sendPage } from '../http/send-page.js';
import { appsPage } from '../pages/apps/apps.page.js';
import { paginationOf } from '../pages/pagination-view.js';
import type { CurrentSession } from '../session/session.service.js';
import { SignedIn } from '../session/signed-in.decorator.js';
import { AppPolicy } from './app-policy.js';
import { appListItem } from './app-views.js';

/** `/apps`: the apps of whoever is signed in. */
@Controller('apps')
export class AppListController {
  constructor(
    private readonly clients: ClientService,
    private readonly policy: AppPolicy,
    private readonly settings: Settings,
  ) {}

  @Get()
  async list(
    @SignedIn() { user }: CurrentSession,
    @Query('page') asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const page = await this.clients.ownedBy(user.employeeId, pageNumber(asked));
    const view = {
      apps: page.clients.map(appListItem),
      pagination: paginationOf('/apps', page),
      canRegister: await this.policy.mayRegister(user),
    };
    return sendPage(reply, appsPage, view, { current: 'apps', ...takeNotice(request, reply, this.settings) });
  }
}

/** From 1; anything that is not a page number is the first page. */
function pageNumber(asked: unknown): number {
  return typeof asked === 'string' && /^[1-9]\d{0,6}$/.test(asked) ? Number(asked) : 1;
}
