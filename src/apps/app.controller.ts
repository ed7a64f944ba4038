import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StateKeys } from '../clients/state-keys.js';
import { Settings } from '../config/settings.js';
import { takeNotice } from '../http/notice.js';
import { sendPage } from '../http/send-page.js';
import { appPage } from '../pages/app/app.page.js';
import type { CurrentSession } from '../session/session.service.js';
import { SignedIn } from '../session/signed-in.decorator.js';
import { appDetailView } from './app-views.js';
import { OwnApps } from './own-apps.js';

/** `/apps/:id`: one app with its values, button and code. */
@Controller('apps/:id')
export class AppController {
  constructor(
    private readonly apps: OwnApps,
    private readonly stateKeys: StateKeys,
    private readonly settings: Settings,
  ) {}

  @Get()
  async show(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const client = await this.apps.require(session, id);
    const notice = takeNotice(request, reply, this.settings);
    return sendPage(reply, appPage, appDetailView(client, this.settings.issuer), { current: 'apps', ...notice });
  }

  @Post('state-key')
  async showStateKey(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const client = await this.apps.require(session, id);
    const view = appDetailView(client, this.settings.issuer, this.stateKeys.of(client));
    return sendPage(reply, appPage, view, { current: 'apps' });
  }
}
