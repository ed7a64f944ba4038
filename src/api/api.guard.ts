import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noteActor } from '../http/origin.js';
import { Problem } from '../http/problem.js';
import { bearerError } from '../protocol/bearer-token.js';
import { ApiCallers } from './api-callers.service.js';
import { ApiLimits } from './api-limits.service.js';
import { type Caller, noteCaller, noteOperation } from './caller.js';
import { checkFreshLogin } from './fresh-login.js';
import { OPERATION, type OperationOptions } from './operation.decorator.js';

/** Every route of the admin API: who calls, how often, and may they. A route that declares no operation is closed. */
@Injectable()
export class ApiGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: ApiCallers,
    private readonly limits: ApiLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const operation = this.reflector.get<OperationOptions | undefined>(OPERATION, context.getHandler());
    if (operation === undefined) throw new Error('a route of the admin API declares no operation');
    const reply = http.getResponse<FastifyReply>();
    reply.header('cache-control', 'no-store');
    noteOperation(request, operation.id);
    const caller = await this.callers.of(request);
    noteCaller(request, caller);
    noteActor({ type: caller.kind, id: caller.kind === 'client' ? caller.clientId : caller.id });
    await this.limits.count(caller, reply);
    checkMay(caller, operation);
    return true;
  }
}

/**
 * Whether the caller may call what asks for this.
 * @throws Problem `insufficient-scope`, `login-too-old`
 */
export function checkMay(
  caller: Caller,
  { scope, isDestructive, changesPower }: Pick<OperationOptions, 'scope' | 'isDestructive' | 'changesPower'>,
): void {
  if (!caller.scopes.includes(scope)) {
    // RFC 6750 §3.1: "MAY include the scope attribute with the scope necessary to access the protected resource".
    const error = bearerError('insufficient_scope', `this needs the scope ${scope}`);
    const challenge = `${error.headers['www-authenticate'] ?? ''}, scope="${scope}"`;
    throw new Problem('insufficient-scope', error.description, { headers: { 'www-authenticate': challenge } });
  }
  if (isDestructive === true || changesPower === true) checkFreshLogin(caller);
}
