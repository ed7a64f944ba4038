import { Controller, Get, Header, HttpCode, Post, Req, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import { sha256 } from '../crypto/digest.js';
import { authorizationHeader, parseFormBody } from '../http/form-body.js';
import { Public } from '../http/public.decorator.js';
import { bearerError, bearerToken } from '../protocol/bearer-token.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { BrowserClientCors } from './browser-client-cors.interceptor.js';
import { AccessTokenStore } from './store/access-token.store.js';
import { userinfoClaims } from './userinfo-claims.js';

/** `GET` and `POST /userinfo` (OpenID Connect Core §5.3), a protected resource (RFC 6750). */
@Controller()
@UseInterceptors(BrowserClientCors)
export class UserinfoController {
  constructor(
    private readonly accessTokens: AccessTokenStore,
    private readonly settings: Settings,
  ) {}

  @Public()
  @Get(ENDPOINTS.userinfo)
  @Header('cache-control', 'no-store')
  get(@Req() request: FastifyRequest): Promise<object> {
    return this.claims(request, undefined);
  }

  @Public()
  @Post(ENDPOINTS.userinfo)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  post(@Req() request: FastifyRequest): Promise<object> {
    // A POST that carries its token in the header needs no body.
    const hasBody = request.body !== undefined && request.body !== null;
    return this.claims(request, hasBody ? parseFormBody(request).values['access_token'] : undefined);
  }

  private async claims(request: FastifyRequest, form: string | undefined): Promise<object> {
    const isInUrl = /[?&]access_token=/.test(request.url);
    const presented = bearerToken({ authorization: authorizationHeader(request), form, isInUrl });
    const token = await this.accessTokens.live(sha256(presented));
    if (token === undefined) throw bearerError('invalid_token', 'the access token is wrong, expired or revoked');
    if (!token.user) throw bearerError('insufficient_scope', 'this access token stands for a client, not for a user');
    return userinfoClaims(token.user, token.scopes, this.settings.issuer);
  }
}
