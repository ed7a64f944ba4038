import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../http/public.decorator.js';
import { sendPage } from '../http/send-page.js';
import { apiDocsPage } from '../pages/api-docs/api-docs.page.js';
import { ADMIN_API } from '../protocol/admin-scope.js';
import { SessionService } from '../session/session.service.js';
import { apiDocsView } from './api-docs-view.js';
import { OpenApi } from './open-api.service.js';

const DOCUMENT = `${ADMIN_API}/openapi.json`;

/** The OpenAPI document, for programs and for people. It holds nothing of the installation: no token is needed. */
@ApiExcludeController()
@Public()
@Controller()
export class ApiDocsController {
  constructor(
    private readonly openApi: OpenApi,
    private readonly sessions: SessionService,
  ) {}

  @Get(DOCUMENT)
  @Header('cache-control', 'public, max-age=300')
  document(): OpenAPIObject {
    return this.openApi.document();
  }

  @Get('api/docs')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    // For the header of the page.
    await this.sessions.current(request);
    return sendPage(reply, apiDocsPage, apiDocsView(this.openApi.document(), DOCUMENT));
  }
}
