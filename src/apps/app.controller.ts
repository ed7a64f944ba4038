import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Client } from '../clients/client.entity.js';
import { OutboundFailures } from '../clients/outbound-failures.service.js';
import { StateKeys } from '../clients/state-keys.js';
import { Settings } from '../config/settings.js';
import { takeNotice } from '../http/notice.js';
import { sendPage } from '../http/send-page.js';
import { type AppDetailView, appPage } from '../pages/app/app.page.js';
import type { CurrentSession } from '../session/session.service.js';
import { SignedIn } from '../session/signed-in.decorator.js';
import { type AppDetails, appDetailView } from './app-views.js';
import { OwnApps } from './own-apps.js';

/** `/apps/:id`: one app with its values, button and code. */
@Controller('apps/:id')
export class AppController {
  constructor(
    private readonly apps: OwnApps,
    private readonly stateKeys: StateKeys,
    private readonly failures: OutboundFailures,
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
    return sendPage(reply, appPage, await this.viewOf(client), { current: 'apps', ...notice });
  }

  @Post('state-key')
  async showStateKey(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const client = await this.apps.require(session, id);
    const view = await this.viewOf(client, { stateKey: this.stateKeys.of(client) });
    return sendPage(reply, appPage, view, { current: 'apps' });
  }

  private async viewOf(client: Client, more: Pick<AppDetails, 'stateKey'> = {}): Promise<AppDetailView> {
    const failures = await this.failures.of(client.id);
    return appDetailView(client, { issuer: this.settings.issuer, failures, ...more });
  }
}
