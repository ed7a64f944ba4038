import {
  Catch,
  type ArgumentsHost,
  Inject,
  NotFoundException,
  type ExceptionFilter as NestFilter,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { PasswordQueueFullError } from '../crypto/password-hash.js';
import { errorPage } from '../pages/error/error.page.js';
import { OAuthError, type OAuthErrorCode } from '../protocol/oauth-error.js';
import { jsonEndpointMethods, takesJson } from './json-endpoints.js';
import { isApiPath } from './api-path.js';
import { LoginRequired } from './login-required.js';
import { PageError, type PageErrorKey } from './page-error.js';
import { Problem } from './problem.js';
import { answerProblem, statusOf, toProblem } from './problem-answer.js';
import { redirect } from './redirect.js';
import { Refusals } from './refusals.service.js';
import { sendPage } from './send-page.js';
import { isUnavailable } from './unavailable.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Why a program was refused, for those who count. */
    oauthError?: OAuthErrorCode;
  }
}

/** Seconds; long enough for a database to come back, short enough to notice that it did. */
const RETRY_AFTER = 2;

const PAGE_ERRORS: Record<number, PageErrorKey> = {
  400: 'bad_request',
  403: 'forbidden',
  404: 'not_found',
  405: 'not_found',
  413: 'too_large',
  415: 'bad_request',
  429: 'too_many_requests',
  503: 'unavailable',
};

/**
 * The one place where an error becomes an answer. Programs get JSON (RFC 6749 §5.2), people get a page; neither gets
 * internal text, which goes to the log with the request's id.
 */
@Catch()
export class ExceptionFilter implements NestFilter {
  constructor(
    @Inject(Settings) private readonly settings: Settings,
    private readonly refusals: Refusals,
  ) {}

  catch(error: unknown, host: ArgumentsHost): FastifyReply | Promise<FastifyReply> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const [path = ''] = request.url.split('?', 1);
    if (isApiPath(path)) return this.answerApi(wrongMethod(error, path, request) ?? toProblem(error), request, reply);
    const methods = jsonEndpointMethods(path);
    if (methods !== undefined) return this.answerProgram(toOAuthError(error, methods, takesJson(path)), request, reply);
    if (error instanceof LoginRequired) return redirect(reply, loginUrl(error));
    try {
      return answerPerson(toPageError(error), request, reply);
    } catch (fault) {
      // The error page itself failed. Nest's and Fastify's own answers would show the message.
      request.log.fatal({ err: fault }, 'the error page failed');
      return reply.code(500).type('text/plain; charset=utf-8').send('The server made a mistake.\n');
    }
  }

  private async answerApi(problem: Problem, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    log(request, problem, problem.status);
    // What cannot be written down is refused all the same.
    await this.refusals.announce(request, problem).catch((cause: unknown) => request.log.error({ err: cause }));
    return answerProblem(reply, request, problem, this.settings.issuer);
  }

  private answerProgram(error: OAuthError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    log(request, error, error.status);
    request.oauthError = error.code;
    return reply
      .code(error.status)
      .headers({ 'cache-control': 'no-store', pragma: 'no-cache', ...error.headers })
      .type('application/json; charset=utf-8')
      .send(
        JSON.stringify({
          error: error.code,
          error_description: error.description,
          error_uri: `${this.settings.issuer}/errors/${error.code}`,
        }),
      );
  }
}

/** The router knows the path, but not with this method. */
function wrongMethod(error: unknown, path: string, { server }: FastifyRequest): Problem | undefined {
  if (!(error instanceof NotFoundException)) return undefined;
  const allow = server.apiMethods.of(path).join(', ');
  return allow === '' ? undefined : new Problem('method-not-allowed', `this takes ${allow}`, { headers: { allow } });
}

function loginUrl({ returnTo, isAgain }: LoginRequired): string {
  return `/login?${isAgain ? 'again=true&' : ''}return_to=${encodeURIComponent(returnTo)}`;
}

function answerPerson(error: PageError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  log(request, error, error.status);
  const { key, status, retryAfter, detail } = error;
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return sendPage(
    reply,
    errorPage,
    {
      kind: key,
      requestId: request.id,
      ...(retryAfter === undefined ? {} : { retryAfter }),
      ...(detail === undefined ? {} : { detail }),
    },
    { status },
  );
}

/** A fault of ours is an error in the log; a fault of the caller is not. */
function log(request: FastifyRequest, error: Error, status: number): void {
  if (status >= 500) request.log.error({ err: error }, 'request failed');
  else request.log.debug({ err: { name: error.name, message: error.message } }, 'request refused');
}

function toOAuthError(error: unknown, methods: readonly string[], isJson: boolean): OAuthError {
  if (error instanceof OAuthError) return error;
  if (isUnavailable(error) || error instanceof PasswordQueueFullError) {
    return new OAuthError('temporarily_unavailable', 'the server is busy or its database is away: try again', {
      cause: error,
      headers: { 'retry-after': String(RETRY_AFTER) },
    });
  }
  const status = statusOf(error);
  if (status === 404 || status === 405) {
    const allow = methods.join(', ');
    return new OAuthError('invalid_request', `this endpoint takes ${allow}`, { status: 405, headers: { allow } });
  }
  if (status === 415) {
    const advice = isJson ? 'the metadata as application/json' : 'the parameters as application/x-www-form-urlencoded';
    return new OAuthError('invalid_request', `send ${advice}`, { status });
  }
  if (status < 500) return new OAuthError('invalid_request', 'the request could not be read', { cause: error, status });
  return new OAuthError('server_error', 'the server could not complete the request', { cause: error });
}

function toPageError(error: unknown): PageError {
  if (error instanceof PageError) return error;
  // A malformed query or form of a page; its description is written for developers.
  if (error instanceof OAuthError) return new PageError(pageErrorOf(error.status), { cause: error });
  if (isUnavailable(error) || error instanceof PasswordQueueFullError) {
    return new PageError('unavailable', { cause: error, retryAfter: RETRY_AFTER });
  }
  const status = statusOf(error);
  return new PageError(pageErrorOf(status), { cause: error });
}

function pageErrorOf(status: number): PageErrorKey {
  return PAGE_ERRORS[status] ?? (status < 500 ? 'bad_request' : 'server_error');
}
