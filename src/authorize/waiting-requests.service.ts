import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageError } from '../http/page-error.js';
import { InteractionService, type WaitingRequest } from '../interaction/interaction.service.js';
import { postedUrl } from '../interaction/links.js';
import { waitingCounters } from '../session/attempt-limits.js';
import { ThrottleService, TooManyAttemptsError } from '../throttle/throttle.service.js';

/** Requests that wait for a person. Anybody may send them, so one network may have only so many (attack A42). */
@Injectable()
export class WaitingRequests {
  constructor(
    private readonly interactions: InteractionService,
    private readonly throttle: ThrottleService,
  ) {}

  /** @returns the new interaction's id @throws PageError `too_many_requests` */
  async open(request: FastifyRequest, reply: FastifyReply, waiting: WaitingRequest): Promise<string> {
    await this.count(request);
    return this.interactions.open(request, reply, waiting);
  }

  /** @returns where the browser comes back for the request @throws PageError `too_many_requests` */
  async park(request: FastifyRequest, waiting: WaitingRequest): Promise<string> {
    await this.count(request);
    return postedUrl(await this.interactions.park(waiting));
  }

  /** The login that follows is one as somebody else. */
  async switchAccount(id: string): Promise<void> {
    await this.interactions.mark(id, { isSwitchingAccount: true });
  }

  /** Ends the interaction. True for exactly one caller. */
  consume(id: string): Promise<boolean> {
    return this.interactions.consume(id);
  }

  private async count(request: FastifyRequest): Promise<void> {
    try {
      await this.throttle.take(waitingCounters(request));
    } catch (cause) {
      if (!(cause instanceof TooManyAttemptsError)) throw cause;
      throw new PageError('too_many_requests', { cause, retryAfter: cause.retryAfterSeconds });
    }
  }
}
