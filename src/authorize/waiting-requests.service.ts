import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageError } from '../http/page-error.js';
import { InteractionService, type WaitingRequest } from '../interaction/interaction.service.js';
import { CONSENT, LOGIN, postedUrl, SELECT_ACCOUNT, SIGNUP } from '../interaction/links.js';
import { waitingCounters } from '../session/attempt-limits.js';
import { LiveSettings } from '../settings/live-settings.service.js';
import { ThrottleService, TooManyAttemptsError } from '../throttle/throttle.service.js';
import type { Question } from './next-step.js';

/** Requests that wait for a person. Anybody may send them, so one network may have only so many (attack A42). */
@Injectable()
export class WaitingRequests {
  constructor(
    private readonly interactions: InteractionService,
    private readonly throttle: ThrottleService,
    private readonly live: LiveSettings,
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

  /** Where the question is asked. Who would sign up signs in where nobody can sign up. */
  async pageOf(question: Question) {
    if (question === 'consent') return CONSENT;
    if (question === 'select_account') return SELECT_ACCOUNT;
    if (question !== 'signup') return LOGIN;
    const { registration } = await this.live.current();
    return registration === 'open' ? SIGNUP : LOGIN;
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
