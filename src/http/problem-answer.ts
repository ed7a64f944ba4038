import { HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PasswordQueueFullError } from '../crypto/password-hash.js';
import { ADMIN_API } from '../protocol/admin-scope.js';
import { OAuthError } from '../protocol/oauth-error.js';
import { LoginRequired } from './login-required.js';
import { Problem, PROBLEMS, type ProblemType } from './problem.js';
import { isUnavailable } from './unavailable.js';

const RETRY_AFTER = '2';

const BY_STATUS: Readonly<Record<number, ProblemType>> = {
  400: 'malformed-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
};

/** Answers with problem details (RFC 9457 §3): `application/problem+json`. */
export function answerProblem(reply: FastifyReply, request: FastifyRequest, problem: Problem, issuer: string) {
  const { type, status, detail, errors, headers, extensions } = problem;
  return reply
    .code(status)
    .headers({ 'cache-control': 'no-store', ...headers })
    .type('application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: problemUri(type, issuer),
        title: PROBLEMS[type].title,
        status,
        detail,
        // RFC 9457 §3.1.5: this occurrence; the log has the same id.
        instance: `urn:uuid:${request.id}`,
        ...(errors !== undefined && { errors }),
        ...extensions,
      }),
    );
}

/** The address that names this kind of problem, and explains it to whoever opens it. */
export function problemUri(type: ProblemType, issuer: string): string {
  return `${issuer}${ADMIN_API}/problems/${type}`;
}

/** Any error as a problem. What is not known is a fault of ours, and says nothing. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof LoginRequired) return new Problem('unauthenticated');
  if (error instanceof OAuthError) return ofProtocol(error);
  if (isUnavailable(error) || error instanceof PasswordQueueFullError) {
    return new Problem('unavailable', undefined, { cause: error, headers: { 'retry-after': RETRY_AFTER } });
  }
  const status = statusOf(error);
  return new Problem(BY_STATUS[status] ?? (status < 500 ? 'malformed-request' : 'server-error'), undefined, {
    cause: error,
  });
}

/** Errors of the shared parts: the bearer token (RFC 6750 §3), and JSON that is not well-formed. */
function ofProtocol({ code, description, headers, status }: OAuthError): Problem {
  if (code === 'invalid_token') return new Problem('unauthenticated', description, { headers });
  if (code === 'insufficient_scope') return new Problem('insufficient-scope', description, { headers });
  return new Problem(BY_STATUS[status] ?? 'malformed-request', description, { headers });
}

/** What Nest's or Fastify's own errors say; anything else is a fault of ours. */
export function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return 500;
}
