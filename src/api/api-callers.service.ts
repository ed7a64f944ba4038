import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { sha256 } from '../crypto/digest.js';
import { authorizationHeader } from '../http/form-body.js';
import { isAdminScope } from '../protocol/admin-scope.js';
import { bearerError, bearerToken } from '../protocol/bearer-token.js';
import { AccessTokenStore } from '../token/store/access-token.store.js';
import type { Caller, MachineCaller } from './caller.js';
import { ConsoleTokens } from './console-tokens.service.js';

/** Tells who calls the admin API, a resource server like any other (RFC 6750): by an access token, never by a cookie. */
@Injectable()
export class ApiCallers {
  constructor(
    private readonly accessTokens: AccessTokenStore,
    private readonly consoleTokens: ConsoleTokens,
  ) {}

  /** @throws OAuthError `invalid_token`, `invalid_request` */
  async of(request: FastifyRequest): Promise<Caller> {
    const isInUrl = /[?&]access_token=/.test(request.url);
    const token = bearerToken({ authorization: authorizationHeader(request), form: undefined, isInUrl });
    const caller = this.consoleTokens.isOne(token) ? await this.consoleTokens.caller(token) : await this.machine(token);
    if (caller === undefined) throw bearerError('invalid_token', 'the access token is wrong, expired or revoked');
    return caller;
  }

  /** A token whose audience is this API stands for an app itself; what the app may is looked up anew (attack A24). */
  private async machine(token: string): Promise<MachineCaller | undefined> {
    const found = await this.accessTokens.live(sha256(token));
    if (found?.client === undefined || found.userId !== null) return undefined;
    const { id, clientId, adminScopes } = found.client;
    const scopes = found.scopes.filter(isAdminScope).filter((scope) => adminScopes?.includes(scope) === true);
    return scopes.length === 0 ? undefined : { kind: 'client', id, clientId, scopes };
  }
}
