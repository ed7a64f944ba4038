import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageError } from '../../http/page-error.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { APP_ACTS } from '../apps/app-acts.js';
import { INITIAL_TOKEN_ACTS } from '../initial-access-tokens/initial-access-token-acts.js';
import { INVITATION_ACTS } from '../invitations/invitation-acts.js';
import { CONSENT_ACTS, GRANT_ACTS, TOKEN_ACTS } from '../issued/issued-acts.js';
import { USER_ACTS } from '../users/user-acts.js';
import { WEBHOOK_ACTS } from '../webhooks/webhook-acts.js';
import type { ActsOn } from './act.js';
import { ConsoleActs } from './console-acts.service.js';

/** By the step below `/admin` that their list has. */
const KINDS = {
  apps: APP_ACTS,
  consents: CONSENT_ACTS,
  grants: GRANT_ACTS,
  'initial-access-tokens': INITIAL_TOKEN_ACTS,
  invitations: INVITATION_ACTS,
  tokens: TOKEN_ACTS,
  users: USER_ACTS,
  webhooks: WEBHOOK_ACTS,
};

/** `/admin/:kind/:id/:act`: whatever is done to one thing is asked, and done, here. */
@Controller('admin/:kind/:id/:act')
export class ActsController {
  constructor(private readonly acts: ConsoleActs) {}

  @Get()
  ask(
    @SignedIn() session: CurrentSession,
    @Param() { kind, id, act }: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.acts.ask(kindOf(kind), { request, reply, session, id, act });
  }

  @Post()
  run(
    @SignedIn() session: CurrentSession,
    @Param() { kind, id, act }: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.acts.run(kindOf(kind), { request, reply, session, id, act });
  }
}

/** As the address names them; anything may stand there. */
interface Asked {
  readonly kind: string;
  readonly id: string;
  readonly act: string;
}

/** @throws PageError `not_found` for a kind of which nothing is done to one */
function kindOf(name: string): ActsOn<unknown> {
  if (!Object.hasOwn(KINDS, name)) throw new PageError('not_found');
  // Each kind is handed back only what it has read itself.
  return KINDS[name as keyof typeof KINDS] as ActsOn<unknown>;
}
