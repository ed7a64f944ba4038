import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageError } from '../http/page-error.js';
import { InteractionService } from '../interaction/interaction.service.js';
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
  async open(
    request: FastifyRequest,
    reply: FastifyReply,
    waiting: { clientId: string; parameters: Record<string, string> },
  ): Promise<string> {
    try {
      await this.throttle.take(waitingCounters(request));
    } catch (cause) {
      if (!(cause instanceof TooManyAttemptsError)) throw cause;
      throw new PageError('too_many_requests', { cause, retryAfter: cause.retryAfterSeconds });
    }
    return this.interactions.open(request, reply, waiting);
  }

  /** The login that follows is one as somebody else. */
  async switchAccount(id: string): Promise<void> {
    await this.interactions.mark(id, { isSwitchingAccount: true });
  }

  /** Ends the interaction. True for exactly one caller. */
  consume(id: string): Promise<boolean> {
    return this.interactions.consume(id);
  }
}
