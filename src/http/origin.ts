import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Who does something. */
export interface Actor {
  readonly type: 'user' | 'client' | 'operator' | 'system' | 'anonymous';
  /** Of the user or the app; the name of the operator on their machine. */
  readonly id?: string;
}

/** Where the work of this moment comes from. */
export interface Origin {
  readonly address?: string;
  readonly userAgent?: string;
  /** The request's id, which the log has as well. */
  readonly requestId?: string;
  /** Known when somebody has proved who they are. */
  actor: Actor;
}

const origins = new AsyncLocalStorage<Origin>();

/** What runs by itself: clean-up, deliveries, rotations by schedule. */
const NOBODY: Origin = Object.freeze({ actor: Object.freeze({ type: 'system' }) });

/** Gives every request its origin, held by the async context of its work like its reader. */
export function noteOrigins(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => origins.run(originOf(request), done));
}

/** The origin of a request of which nobody has proved who sent it. */
export function originOf({ ip, id, headers }: FastifyRequest): Origin {
  const userAgent = headers['user-agent'];
  return { address: ip, requestId: id, ...(userAgent !== undefined && { userAgent }), actor: { type: 'anonymous' } };
}

/** Does some work in somebody's name. */
export function withOrigin<T>(origin: Origin, work: () => T): T {
  return origins.run(origin, work);
}

/** Where the work of this moment comes from. */
export function currentOrigin(): Origin {
  return origins.getStore() ?? NOBODY;
}

/** Somebody has proved who they are: what follows is done by them. */
export function noteActor(actor: Actor): void {
  const origin = origins.getStore();
  if (origin !== undefined) origin.actor = actor;
}
