import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { ConsoleActs } from '../acts/console-acts.service.js';
import { WEBHOOK_ACTS } from './webhook-acts.js';

/** Disabling, enabling, replaying, deleting a webhook. */
@Controller('admin/webhooks')
export class WebhookActsController {
  constructor(private readonly acts: ConsoleActs) {}

  @Get(':id/:act')
  ask(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Param('act') act: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.acts.ask(WEBHOOK_ACTS, { request, reply, session, id, act });
  }

  @Post(':id/:act')
  run(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Param('act') act: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.acts.run(WEBHOOK_ACTS, { request, reply, session, id, act });
  }
}
