import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readForm } from '../http/page-form.js';
import { Public } from '../http/public.decorator.js';
import { sendPage } from '../http/send-page.js';
import { verifyEmailPage } from '../pages/verify-email/verify-email.page.js';
import { SessionService } from '../session/session.service.js';
import { LinkEffects } from '../users/link-effects.service.js';
import { UserLinks } from '../users/user-links.service.js';
import type { User } from '../users/user.entity.js';
import { refuseLink } from './mailed-link.js';
import { TokenForm } from './token-form.dto.js';

/** Where the link leads that was mailed to an address, whether or not its owner is signed in here. */
@Public()
@Controller('verify-email')
export class VerifyEmailController {
  constructor(
    private readonly links: UserLinks,
    private readonly effects: LinkEffects,
    private readonly sessions: SessionService,
  ) {}

  /** Looking confirms nothing: mail scanners follow links before people do. */
  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('token') token: unknown,
  ): Promise<FastifyReply> {
    const owner = await this.ownerOf(token);
    if (await this.refuse(request, reply, owner)) return reply;
    return page(reply, owner, owner?.emailVerifiedAt === null ? { token: String(token) } : {});
  }

  @Post()
  async confirm(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const { token } = (await readForm(request, TokenForm)).fields;
    const owner = await this.ownerOf(token);
    if (await this.refuse(request, reply, owner)) return reply;
    const isVerified = await this.effects.verifyEmail(token ?? '');
    if (!isVerified) await this.refuse(request, reply, undefined);
    return isVerified ? page(reply, owner) : reply;
  }

  /** Of a link that works, or that has done its work. */
  private async ownerOf(token: unknown): Promise<User | undefined> {
    const found = typeof token === 'string' ? await this.links.find(token, 'verify_email') : undefined;
    return found?.isLive === true || found?.user.emailVerifiedAt != null ? found.user : undefined;
  }

  private refuse(request: FastifyRequest, reply: FastifyReply, owner: User | undefined): Promise<boolean> {
    return refuseLink(request, reply, { owner, kind: 'verify_email', sessions: this.sessions });
  }
}

function page(reply: FastifyReply, owner: User | undefined, token: { token?: string } = {}): FastifyReply {
  const { email = '', username = '' } = owner ?? {};
  return sendPage(reply, verifyEmailPage, { email, username, ...token });
}
