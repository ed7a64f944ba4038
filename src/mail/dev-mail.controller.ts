import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { PageError } from '../http/page-error.js';
import { Public } from '../http/public.decorator.js';
import { sendPage } from '../http/send-page.js';
import { devMailPage } from '../pages/dev-mail/dev-mail.page.js';
import { devMailsPage } from '../pages/dev-mails/dev-mails.page.js';
import { linkedText } from './linked-text.js';
import { LocalMails } from './local-mails.service.js';
import { mailRoute } from './mail-route.js';

/** The mailbox of a developer's machine. Anywhere else there is no such page. */
@Public()
@Controller('dev/mail')
export class DevMailController {
  constructor(
    private readonly mails: LocalMails,
    private readonly settings: Settings,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    this.requireDevelopment(request);
    return sendPage(reply, devMailsPage, { mails: await this.mails.list() });
  }

  @Get(':id')
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<FastifyReply> {
    this.requireDevelopment(request);
    const mail = await this.mails.find(id);
    if (mail === undefined) throw new PageError('not_found');
    const { to, subject, sentAt, html } = mail;
    const lines = linkedText(mail.text, this.settings.issuer);
    return sendPage(reply, devMailPage, { to, subject, sentAt, html, lines });
  }

  /** The Host is that of the issuer too: a site that points its own name at this machine (DNS rebinding) reads nothing. */
  private requireDevelopment({ headers }: FastifyRequest): void {
    const isOurs = headers.host === new URL(this.settings.issuer).host;
    if (mailRoute(this.settings) !== 'local' || !isOurs) throw new PageError('not_found');
  }
}
