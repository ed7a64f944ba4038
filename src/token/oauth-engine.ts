import { Injectable } from '@nestjs/common';
import OAuth2Server, { OAuthError as LibraryError, Request, Response } from '@node-oauth/oauth2-server';
import type { RegisteredClient } from '../clients/registered-client.js';
import { Settings } from '../config/settings.js';
import type { AuthorizationRequest } from '../protocol/authorization-request.js';
import { GRANT_TYPES } from '../protocol/grant-types.js';
import { OAUTH_ERRORS, OAuthError, type OAuthErrorCode } from '../protocol/oauth-error.js';
import { Statistics } from '../statistics/statistics.service.js';
import { AuthorizationModel, type NewAuthorization } from './authorization-model.js';
import { GrantTools } from './grants/grant-tools.service.js';
import { GRANTS } from './grants/index.js';
import { OAuthModel } from './oauth-model.js';
import type { TokenContext, TokenSet } from './token-context.js';

/**
 * The only file that runs `@node-oauth/oauth2-server`. The library dispatches the grants, keeps the order of their
 * steps, verifies PKCE and narrows scopes. Where it is wrong or silent we act before it: parameters, client
 * authentication, redirect URIs, expiry, error texts and the answer's body never depend on it. See docs/adr.
 */
@Injectable()
export class OAuthEngine {
  private readonly options: Omit<OAuth2Server.ServerOptions, 'model'>;

  constructor(
    private readonly tools: GrantTools,
    { lifetimes }: Settings,
    private readonly statistics: Statistics,
  ) {
    this.options = {
      accessTokenLifetime: lifetimes.accessToken,
      refreshTokenLifetime: lifetimes.refreshTokenIdle,
      authorizationCodeLifetime: lifetimes.authorizationCode,
      // RFC 6749 §4.1.1: state is recommended, not required; PKCE protects those who leave it out.
      allowEmptyState: true,
      // The endpoint has authenticated the client; its secret and header are not passed on.
      requireClientAuthentication: Object.fromEntries(GRANT_TYPES.map((type) => [type, false])),
    };
  }

  /**
   * Mints a code for what the user allowed. One INSERT.
   * @returns the code (RFC 6749 §4.1.2)
   */
  async authorize(authorization: NewAuthorization): Promise<string> {
    const { client, request, userId } = authorization;
    const server = this.server(new AuthorizationModel(authorization, this.tools.grants));
    const { authorizationCode } = await translated(() =>
      server.authorize(
        new Request({ method: 'GET', headers: {}, query: authorizationQuery(client, request) }),
        new Response(),
        { authenticateHandler: { handle: () => ({ id: userId }) } },
      ),
    );
    return authorizationCode;
  }

  /**
   * Redeems what a client presented.
   * @throws OAuthError `invalid_grant`, `invalid_scope`, `invalid_request`; a database that is away throws its own error
   */
  async token(context: TokenContext): Promise<TokenSet> {
    const redemption = GRANTS[context.request.grantType].redeem(context, this.tools);
    const model = new OAuthModel(context.client, redemption);
    const server = this.server(model);
    // Without a length the library sees no body.
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '1' };
    await translated(() =>
      server.token(new Request({ method: 'POST', headers, query: {}, body: tokenBody(context) }), new Response()),
    );
    const issued = model.issued();
    this.count(context, issued);
    return issued;
  }

  /** Whoever redeems a code has just signed somebody in to the app. */
  private count({ client: { clientId }, request: { grantType } }: TokenContext, { signIn }: TokenSet): void {
    this.statistics.count('token', grantType);
    this.statistics.countOfClient('client_token', clientId);
    if (grantType === 'authorization_code') this.statistics.countOfClient('client_sign_in', clientId);
    if (signIn !== undefined) this.statistics.seen(signIn.user.id);
  }

  /** One server and one model for each request: options are only kept, so this costs nothing. */
  private server(model: OAuthModel | AuthorizationModel): OAuth2Server {
    // Its types ask for the functions of all endpoints; at run time it asks for those of the one that runs.
    return new OAuth2Server({ ...this.options, model: model as unknown as OAuth2Server.ServerOptions['model'] });
  }
}

function authorizationQuery(client: RegisteredClient, request: AuthorizationRequest): Record<string, string> {
  const { redirectUri, codeChallenge } = request;
  return {
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: redirectUri,
    ...(codeChallenge === undefined ? {} : { code_challenge: codeChallenge, code_challenge_method: 'S256' }),
  };
}

/** The redirect URI stays out: the library compares it with the wrong error, and the grant has its own comparison. */
function tokenBody({ client, request }: TokenContext): Record<string, string> {
  const common = { grant_type: request.grantType, client_id: client.clientId };
  if (request.grantType === 'authorization_code') {
    const { code, codeVerifier } = request;
    return { ...common, code, ...(codeVerifier === undefined ? {} : { code_verifier: codeVerifier }) };
  }
  const scope = request.scopes.length === 0 ? {} : { scope: request.scopes.join(' ') };
  return request.grantType === 'refresh_token'
    ? { ...common, ...scope, refresh_token: request.refreshToken }
    : { ...common, ...scope };
}

/**
 * Runs the library and gives its errors in our form. It wraps what the model throws: our own errors, and the driver's,
 * whose text must never reach an answer. Both come out as they were.
 */
async function translated<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
    if ('inner' in error && error.inner instanceof Error) throw error.inner;
    if (error.code >= 500 || !isOAuthErrorCode(error.name)) {
      throw new OAuthError('server_error', 'the server could not complete the request', { cause: error });
    }
    throw new OAuthError(error.name, error.message, { cause: error });
  }
}

function isOAuthErrorCode(name: string): name is OAuthErrorCode {
  return name in OAUTH_ERRORS;
}
