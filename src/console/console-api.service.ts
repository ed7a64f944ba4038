import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../clients/typescript/schema.js';
import { ConsoleTokens } from '../api/console-tokens.service.js';
import { Settings } from '../config/settings.js';
import { PageError } from '../http/page-error.js';
import type { CurrentSession } from '../session/session.service.js';
import { pathWithIds } from './path-with-ids.js';

/** The admin API, typed by its document, as the person of this request may use it. */
export type ConsoleClient = Client<paths>;

/** Milliseconds before its end that a token is no longer taken. */
const MARGIN = 60_000;
/** Sessions whose token is remembered; the oldest is forgotten first. */
const REMEMBERED = 1_000;

/**
 * The console's only way to anything: requests to the admin API, in the name of whoever looks at the page, with a token
 * that their session was exchanged for. They do not leave the process, but go the whole way that a program's requests go.
 */
@Injectable()
export class ConsoleApi {
  private readonly tokens = new Map<string, { readonly token: string; readonly until: number }>();

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly consoleTokens: ConsoleTokens,
    private readonly settings: Settings,
  ) {}

  /** @throws PageError `forbidden` for somebody who administers nothing */
  async for(request: FastifyRequest, session: CurrentSession): Promise<ConsoleClient> {
    await this.tokenOf(session);
    return createClient<paths>({
      baseUrl: this.settings.issuer,
      pathSerializer: pathWithIds,
      // An export takes longer than a token lives.
      fetch: async (asked) => this.send(asked, request, await this.tokenOf(session)),
    });
  }

  private async tokenOf(session: CurrentSession): Promise<string> {
    const known = this.tokens.get(session.sid);
    if (known !== undefined && known.until > Date.now()) return known.token;
    const issued = await this.consoleTokens.issue(session);
    if (issued === undefined) throw new PageError('forbidden', { detail: 'You administer nothing here.' });
    this.tokens.delete(session.sid);
    this.tokens.set(session.sid, { token: issued.token, until: Date.now() + issued.expiresIn * 1000 - MARGIN });
    const [oldest] = this.tokens.keys();
    if (this.tokens.size > REMEMBERED && oldest !== undefined) this.tokens.delete(oldest);
    return issued.token;
  }

  /** What the audit log tells of where a request came from is the person's browser. */
  private async send(asked: Request, { ip, headers }: FastifyRequest, token: string): Promise<Response> {
    const { pathname, search } = new URL(asked.url);
    const body = await asked.text();
    const answer = await this.host.httpAdapter.getInstance<FastifyInstance>().inject({
      method: asked.method as 'GET',
      url: `${pathname}${search}`,
      remoteAddress: ip,
      headers: {
        ...Object.fromEntries(asked.headers),
        authorization: `Bearer ${token}`,
        host: new URL(this.settings.issuer).host,
        'user-agent': headers['user-agent'] ?? '',
        'accept-language': 'en',
      },
      ...(body !== '' && { payload: body }),
    });
    const kept = Object.entries(answer.headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    );
    return new Response(answer.body === '' ? null : answer.body, { status: answer.statusCode, headers: kept });
  }
}
