import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EmailChangeRequests } from '../addresses/email-change-requests.service.js';
import { PageError } from '../http/page-error.js';
import { readForm } from '../http/page-form.js';
import { Public } from '../http/public.decorator.js';
import { sendPage } from '../http/send-page.js';
import { emailChangePage, type EmailChangeView } from '../pages/email-change/email-change.page.js';
import { SessionService } from '../session/session.service.js';
import { EmailChanges, type FoundChange, type Side } from '../users/email-changes.service.js';
import { refuseLink } from './mailed-link.js';
import { TokenForm } from './token-form.dto.js';

/** Where the two links of a change of address lead. The one to the old address can also stop it. */
@Public()
@Controller('email-change/:side')
export class EmailChangeController {
  constructor(
    private readonly changes: EmailChanges,
    private readonly requests: EmailChangeRequests,
    private readonly sessions: SessionService,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('side') sideName: string,
    @Query('token') token: unknown,
  ): Promise<FastifyReply> {
    const side = sideOf(sideName);
    const found = await this.find(request, reply, { side, token });
    if (found === undefined) return reply;
    const { change } = found;
    const isConfirmed = (side === 'old' ? change.oldConfirmedAt : change.newConfirmedAt) !== null;
    const state = !isConfirmed ? 'ask' : side === 'old' ? 'stop' : 'waiting';
    return page(reply, found, { side, state, ...(state !== 'waiting' && { token: String(token) }) });
  }

  @Post()
  async decide(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('side') sideName: string,
  ): Promise<FastifyReply> {
    const side = sideOf(sideName);
    const { value } = await readForm(request, TokenForm);
    if (value?.decision === undefined) throw new PageError('bad_request');
    const { token, decision } = value;
    const found = await this.find(request, reply, { side, token });
    if (found === undefined) return reply;
    if (decision === 'agree') {
      return page(reply, found, { side, state: await this.requests.confirm(side, token, found) });
    }
    if (side !== 'old' || !(await this.changes.stop(token))) {
      await this.refuse(request, reply, undefined);
      return reply;
    }
    return page(reply, found, { side, state: 'stopped' });
  }

  /** Answers by itself when the link cannot be followed here. */
  private async find(
    request: FastifyRequest,
    reply: FastifyReply,
    { side, token }: { side: Side; token: unknown },
  ): Promise<FoundChange | undefined> {
    const found = typeof token === 'string' ? await this.changes.byLink(side, token) : undefined;
    return (await this.refuse(request, reply, found)) ? undefined : found;
  }

  private refuse(request: FastifyRequest, reply: FastifyReply, found: FoundChange | undefined): Promise<boolean> {
    return refuseLink(request, reply, { owner: found?.user, kind: 'email_change', sessions: this.sessions });
  }
}

/** @throws PageError for any other path */
function sideOf(name: string): Side {
  if (name !== 'old' && name !== 'new') throw new PageError('not_found');
  return name;
}

function page(
  reply: FastifyReply,
  { change, user }: FoundChange,
  rest: Omit<EmailChangeView, 'username' | 'newEmail'>,
): FastifyReply {
  return sendPage(reply, emailChangePage, { username: user.username, newEmail: change.email, ...rest });
}
