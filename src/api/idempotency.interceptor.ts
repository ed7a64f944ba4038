import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { sha256 } from '../crypto/digest.js';
import { JsonBody } from '../http/json-body.js';
import { Problem } from '../http/problem.js';
import { callerOf } from './caller.js';
import { IdempotencyStore, type StoredAnswer } from './idempotency.store.js';

const KEY = /^[\x21-\x7e]{1,255}$/;
/** Headers of the answer that a repeat gets as well. */
const KEPT_HEADERS = ['location', 'etag'] as const;

/**
 * `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07): a creation that is repeated with the same key is done
 * once, and answered as the first time.
 */
@Injectable()
export class Idempotency implements NestInterceptor {
  constructor(private readonly store: IdempotencyStore) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) {
      throw new Problem('malformed-request', 'Idempotency-Key takes 1 to 255 visible ASCII characters');
    }
    return from(this.once(key, request, context.switchToHttp().getResponse<FastifyReply>(), next));
  }

  private async once(key: string, request: FastifyRequest, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    const { kind, id } = callerOf(request);
    const digest = sha256(JSON.stringify([kind, id, request.method, request.url, key]));
    const body = request.body instanceof JsonBody ? request.body.text : '';
    const standing = await this.store.begin(digest, JSON.stringify([request.headers['if-match'] ?? null, body]));
    if (standing.state === 'other request') throw new Problem('idempotency-key-reused');
    if (standing.state === 'under way') throw new Problem('request-in-progress');
    if (standing.state === 'done') return replay(reply, standing.answer);
    return this.done(digest, reply, next);
  }

  private async done(digest: Buffer, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined }).catch(
      async (error: unknown) => {
        await this.store.giveBack(digest);
        throw error;
      },
    );
    await this.store.finish(digest, { body, headers: keptHeaders(reply) });
    return body;
  }
}

function keptHeaders(reply: FastifyReply): Record<string, string> {
  const kept = KEPT_HEADERS.flatMap((name) => {
    const value = reply.getHeader(name);
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(kept);
}

function replay(reply: FastifyReply, { body, headers }: StoredAnswer): unknown {
  reply.headers({ ...headers, 'idempotency-replayed': 'true' });
  return body;
}
