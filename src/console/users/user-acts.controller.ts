import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { ConsoleActs } from '../acts/console-acts.service.js';
import { USER_ACTS } from './user-acts.js';

/** Disabling, enabling, signing out, deleting a user. */
@Controller('admin/users')
export class UserActsController {
  constructor(private readonly acts: ConsoleActs) {}

  @Get(':id/:act')
  ask(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Param('act') act: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.acts.ask(USER_ACTS, { request, reply, session, id, act });
  }

  @Post(':id/:act')
  run(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Param('act') act: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.acts.run(USER_ACTS, { request, reply, session, id, act });
  }
}
