import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { takeNotice } from '../http/notice.js';
import { Public } from '../http/public.decorator.js';
import { sendPage } from '../http/send-page.js';
import { homePage } from '../pages/home/home.page.js';
import { SessionService } from '../session/session.service.js';
import { LiveSettings } from '../settings/live-settings.service.js';

/** The front door: what this server is, or the way to one's own pages. */
@Public()
@Controller()
export class HomeController {
  constructor(
    private readonly sessions: SessionService,
    private readonly settings: Settings,
    private readonly live: LiveSettings,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const session = await this.sessions.current(request);
    const { registration } = await this.live.current();
    return sendPage(
      reply,
      homePage,
      {
        canSignUp: registration === 'open',
        ...(session && { username: session.user.username }),
      },
      { current: 'home', ...takeNotice(request, reply, this.settings) },
    );
  }
}
