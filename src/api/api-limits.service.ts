import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Problem } from '../http/problem.js';
import { type Limit, ThrottleService, TooManyAttemptsError } from '../throttle/throttle.service.js';
import type { Caller } from './caller.js';

/** Requests of one caller, all processes together. */
const LIMIT: Limit = { points: 1_200, seconds: 60 };

/** How much one caller may ask for, said in every answer (draft-ietf-httpapi-ratelimit-headers-09). */
@Injectable()
export class ApiLimits {
  constructor(private readonly throttle: ThrottleService) {}

  /** @throws Problem `too-many-requests` */
  async count({ kind, id }: Caller, reply: FastifyReply): Promise<void> {
    reply.header('ratelimit-policy', `"caller";q=${LIMIT.points};w=${LIMIT.seconds}`);
    try {
      const { left, resetSeconds } = await this.throttle.spend(`api:${kind}:${id}`, LIMIT);
      reply.header('ratelimit', `"caller";r=${left};t=${resetSeconds}`);
    } catch (cause) {
      if (!(cause instanceof TooManyAttemptsError)) throw cause;
      const seconds = String(cause.retryAfterSeconds);
      reply.header('ratelimit', `"caller";r=0;t=${seconds}`);
      throw new Problem('too-many-requests', undefined, { cause, headers: { 'retry-after': seconds } });
    }
  }
}
