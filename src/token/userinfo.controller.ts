import { Controller, Get, Header, HttpCode, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { authorizationHeader, parseFormBody } from '../http/form-body.js';
import { Public } from '../http/public.decorator.js';
import { bearerToken } from '../protocol/bearer-token.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { BrowserClientCors } from './browser-client-cors.interceptor.js';
import { UserinfoService } from './userinfo.service.js';

/** `GET` and `POST /userinfo` (OpenID Connect Core §5.3), a protected resource (RFC 6750). */
@Controller()
@UseInterceptors(BrowserClientCors)
export class UserinfoController {
  constructor(private readonly userinfo: UserinfoService) {}

  @Public()
  @Get(ENDPOINTS.userinfo)
  @Header('cache-control', 'no-store')
  get(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.answer(request, reply, undefined);
  }

  @Public()
  @Post(ENDPOINTS.userinfo)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  post(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    // A POST that carries its token in the header needs no body.
    const hasBody = request.body !== undefined && request.body !== null;
    return this.answer(request, reply, hasBody ? parseFormBody(request).values['access_token'] : undefined);
  }

  private async answer(request: FastifyRequest, reply: FastifyReply, form: string | undefined): Promise<string> {
    const isInUrl = /[?&]access_token=/.test(request.url);
    const presented = bearerToken({ authorization: authorizationHeader(request), form, isInUrl });
    const { contentType, body } = await this.userinfo.answer(presented);
    reply.type(contentType);
    return body;
  }
}
