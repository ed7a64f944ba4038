import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { CurrentSession } from './session.service.js';

const signedIn = new WeakMap<FastifyRequest, CurrentSession>();

/** Keeps for the handler what the guard has found. */
export function noteSignedIn(request: FastifyRequest, session: CurrentSession): void {
  signedIn.set(request, session);
}

/** Hands a protected handler the session that the guard has checked. On a `@Public()` route there is none. */
export const SignedIn = createParamDecorator((_data: unknown, context: ExecutionContext): CurrentSession => {
  const session = signedIn.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (session === undefined) throw new Error('@SignedIn() was used on a public route');
  return session;
});
