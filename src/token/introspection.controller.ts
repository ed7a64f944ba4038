import { Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ClientAuthenticator } from '../clients/client-authenticator.js';
import { parseFormBody } from '../http/form-body.js';
import { Public } from '../http/public.decorator.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { OAuthError } from '../protocol/oauth-error.js';
import type { IntrospectionResponse } from '../protocol/token-response.js';
import { IntrospectionService } from './introspection.service.js';
import { presentedToken } from './presented-token.js';

/** `POST /introspect` (RFC 7662). */
@Controller()
export class IntrospectionController {
  constructor(
    private readonly authenticator: ClientAuthenticator,
    private readonly introspection: IntrospectionService,
  ) {}

  /**
   * RFC 7662 §2.1: "the authorization server MUST require authentication", so public clients may not ask: anyone can
   * say a client_id.
   */
  @Public()
  @Post(ENDPOINTS.introspect)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async introspect(@Req() request: FastifyRequest): Promise<IntrospectionResponse> {
    const { values } = parseFormBody(request);
    const client = await this.authenticator.authenticate(request, values);
    if (client.isPublic) {
      throw new OAuthError('unauthorized_client', 'introspection is for clients that authenticate', { status: 403 });
    }
    return this.introspection.describe(presentedToken(values), client);
  }
}
