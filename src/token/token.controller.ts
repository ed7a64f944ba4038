import { Controller, Header, HttpCode, Post, Req, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ClientAuthenticator } from '../clients/client-authenticator.js';
import { ClientService } from '../clients/client.service.js';
import type { RegisteredClient } from '../clients/registered-client.js';
import { parseFormBody } from '../http/form-body.js';
import { Public } from '../http/public.decorator.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { OAuthError } from '../protocol/oauth-error.js';
import { parseTokenRequest, type TokenRequest } from '../protocol/token-request.js';
import type { TokenResponse } from '../protocol/token-response.js';
import { BrowserClientCors } from './browser-client-cors.interceptor.js';
import { GRANTS } from './grants/index.js';
import { IdTokens } from './id-tokens.service.js';
import { OAuthEngine } from './oauth-engine.js';

/** `POST /token` (RFC 6749 §3.2). Written once for every grant; a grant holds only what differs. */
@Controller()
@UseInterceptors(BrowserClientCors)
export class TokenController {
  constructor(
    private readonly authenticator: ClientAuthenticator,
    private readonly engine: OAuthEngine,
    private readonly clients: ClientService,
    private readonly idTokens: IdTokens,
  ) {}

  @Public()
  @Post(ENDPOINTS.token)
  @HttpCode(200)
  // RFC 6749 §5.1: both headers, on any answer that holds a token.
  @Header('cache-control', 'no-store')
  @Header('pragma', 'no-cache')
  async token(@Req() request: FastifyRequest): Promise<TokenResponse> {
    const params = parseFormBody(request);
    const tokenRequest = parseTokenRequest(params);
    const client = await this.authenticator.authenticate(request, params.values);
    checkGrantAllowed(client, tokenRequest);
    const tokens = await this.engine.token({ client, request: tokenRequest });
    await this.clients.noteUse(client);
    const idToken = await this.idTokens.beside(tokens, client);
    const { accessToken, lifetime, scopes, refreshToken } = tokens;
    return {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: lifetime,
      scope: scopes.join(' '),
      ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
      ...(idToken === undefined ? {} : { id_token: idToken }),
    };
  }
}

/**
 * RFC 6749 §5.2 unauthorized_client: "The authenticated client is not authorized to use this authorization grant type."
 * @throws OAuthError `unauthorized_client`
 */
function checkGrantAllowed(client: RegisteredClient, { grantType }: TokenRequest): void {
  const isRegistered = client.grantTypes.includes(grantType);
  if (isRegistered && (GRANTS[grantType].isForPublicClients || !client.isPublic)) return;
  throw new OAuthError('unauthorized_client', `this client is not registered for the ${grantType} grant`);
}
