import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AdminScope } from '../protocol/admin-scope.js';
import type { StaffRole } from '../users/user.entity.js';

/** A program with an access token of its own (RFC 6749 §4.4). */
export interface MachineCaller {
  readonly kind: 'client';
  /** Primary key of the app. */
  readonly id: string;
  readonly clientId: string;
  readonly scopes: readonly AdminScope[];
}

/** A person, through the console. */
export interface PersonCaller {
  readonly kind: 'user';
  readonly id: string;
  readonly username: string;
  readonly role: StaffRole;
  readonly scopes: readonly AdminScope[];
  readonly sid: string;
  /** Seconds since they signed in, by the database's clock. */
  readonly loginAge: number;
}

/** Who calls the admin API. */
export type Caller = MachineCaller | PersonCaller;

const callers = new WeakMap<FastifyRequest, Caller>();
const operations = new WeakMap<FastifyRequest, string>();

/** Keeps for the handler what the guard has found. */
export function noteCaller(request: FastifyRequest, caller: Caller): void {
  callers.set(request, caller);
}

/** Keeps which operation is asked for. */
export function noteOperation(request: FastifyRequest, id: string): void {
  operations.set(request, id);
}

/** The id of the operation that is asked for, if it is one. */
export function askedOperation(request: FastifyRequest): string | undefined {
  return operations.get(request);
}

/** Who calls; for what runs behind the guard. */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (caller === undefined) throw new Error('there is no caller: the route is not behind the guard of the API');
  return caller;
}

/** Hands the handler the caller that the guard has checked. */
export const CalledBy = createParamDecorator((_data: unknown, context: ExecutionContext): Caller =>
  callerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
