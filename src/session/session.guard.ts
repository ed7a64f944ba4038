import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { LoginRequired } from '../http/login-required.js';
import { IS_PUBLIC } from '../http/public.decorator.js';
import { localPath } from './return-to.js';
import { SessionService } from './session.service.js';
import { noteSignedIn } from './signed-in.decorator.js';

/** Every route needs a signed-in user unless it says `@Public()`: what is forgotten is closed. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const session = await this.sessions.current(request);
    if (session === undefined) throw new LoginRequired(returnPath(request));
    noteSignedIn(request, session);
    return true;
  }
}

/** A form that was sent too late cannot be sent again by a redirect, so only pages are returned to. */
function returnPath({ method, url }: FastifyRequest): string {
  return method === 'GET' ? localPath(url) : '/';
}
