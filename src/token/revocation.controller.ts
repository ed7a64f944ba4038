import { Controller, Header, HttpCode, Post, Req, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ClientAuthenticator } from '../clients/client-authenticator.js';
import { sha256 } from '../crypto/digest.js';
import { parseFormBody } from '../http/form-body.js';
import { Public } from '../http/public.decorator.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { BrowserClientCors } from './browser-client-cors.interceptor.js';
import { presentedToken } from './presented-token.js';
import { RefreshTokens } from './refresh-tokens.js';
import { AccessTokenStore } from './store/access-token.store.js';
import { GrantStore } from './store/grant.store.js';

/** `POST /revoke` (RFC 7009). */
@Controller()
@UseInterceptors(BrowserClientCors)
export class RevocationController {
  constructor(
    private readonly authenticator: ClientAuthenticator,
    private readonly refreshTokens: RefreshTokens,
    private readonly grants: GrantStore,
    private readonly accessTokens: AccessTokenStore,
  ) {}

  /**
   * Ends a token of the calling client; a refresh token ends with everything issued from its grant (§2.1).
   * A token that is unknown, ended or another client's changes nothing and is answered alike (§2.2): 200 says that it
   * is not valid now. So a database that cannot confirm that must not be answered with 200.
   */
  @Public()
  @Post(ENDPOINTS.revoke)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async revoke(@Req() request: FastifyRequest): Promise<void> {
    const { values } = parseFormBody(request);
    const { rowId } = await this.authenticator.authenticate(request, values);
    const token = presentedToken(values);
    const grantId = this.refreshTokens.grantIdOf(token);
    if (grantId === undefined) await this.accessTokens.delete(sha256(token), rowId);
    else await this.grants.revokeForClient(grantId, rowId);
  }
}
