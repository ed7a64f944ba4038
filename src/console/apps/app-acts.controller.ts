import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { ConsoleActs } from '../acts/console-acts.service.js';
import { APP_ACTS } from './app-acts.js';

/** Verifying, suspending, deleting an app. */
@Controller('admin/apps')
export class ConsoleAppActsController {
  constructor(private readonly acts: ConsoleActs) {}

  @Get(':id/:act')
  ask(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Param('act') act: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.acts.ask(APP_ACTS, { request, reply, session, id, act });
  }

  @Post(':id/:act')
  run(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Param('act') act: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.acts.run(APP_ACTS, { request, reply, session, id, act });
  }
}
