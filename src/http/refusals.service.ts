import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';

type Listener = (request: FastifyRequest, problem: Problem) => Promise<void>;

/** Who must know of requests that the admin API refuses, wherever on their way that happens. */
@Injectable()
export class Refusals {
  private readonly listeners: Listener[] = [];

  /** Called once, by who has something to do then (`onModuleInit`). */
  onRefusal(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Resolves when everybody has done what they have to do. */
  async announce(request: FastifyRequest, problem: Problem): Promise<void> {
    for (const listener of this.listeners) await listener(request, problem);
  }
}
