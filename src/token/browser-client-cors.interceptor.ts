import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { BrowserOrigins } from '../clients/browser-origins.js';

/** Seconds that a browser may remember a preflight. */
const PREFLIGHT_AGE = 600;

/**
 * Lets pages of registered browser apps read the answers of an endpoint, errors included. Never with credentials: these
 * endpoints know no cookies, so a page can do here only what it could do from anywhere with the token that it holds.
 */
@Injectable()
export class BrowserClientCors implements NestInterceptor {
  constructor(private readonly origins: BrowserOrigins) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { headers, method } = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    // Also without an Origin: a cache must not give the answer to one page that was made for another.
    reply.header('vary', 'Origin');
    if (headers.origin !== undefined && (await this.origins.has(headers.origin))) {
      reply.header('access-control-allow-origin', headers.origin);
      reply.header('access-control-expose-headers', 'WWW-Authenticate, Retry-After');
      if (method === 'OPTIONS') allowPreflight(reply);
    }
    return next.handle();
  }
}

function allowPreflight(reply: FastifyReply): void {
  reply.header('access-control-allow-methods', 'GET, POST');
  reply.header('access-control-allow-headers', 'Authorization, Content-Type');
  reply.header('access-control-max-age', String(PREFLIGHT_AGE));
}
