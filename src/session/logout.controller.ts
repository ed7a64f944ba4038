import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../http/public.decorator.js';
import { redirect } from '../http/redirect.js';
import { sendPage } from '../http/send-page.js';
import { logoutPage } from '../pages/logout/logout.page.js';
import { SessionService } from './session.service.js';

/** Asks before it signs out: a link from elsewhere must not do it. Afterwards the same page says that it is done. */
@Public()
@Controller('logout')
export class LogoutController {
  constructor(private readonly sessions: SessionService) {}

  @Get()
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const session = await this.sessions.current(request);
    return sendPage(reply, logoutPage, session === undefined ? {} : { username: session.user.username });
  }

  @Post()
  async logout(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    await this.sessions.end(request, reply);
    return redirect(reply, '/logout');
  }
}
