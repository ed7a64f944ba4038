import { Injectable } from '@nestjs/common';
import { ClientService } from '../clients/client.service.js';
import type { RegisteredClient } from '../clients/registered-client.js';
import {
  type AuthorizationRequest,
  checkRedirectUri,
  parseAuthorizationRequest,
  parseClientAndRedirect,
  stateOf,
} from '../protocol/authorization-request.js';
import { OAuthError } from '../protocol/oauth-error.js';
import type { ParsedParams, Params } from '../protocol/params.js';
import { UnregisteredRedirectError } from './unregistered-redirect-error.js';

/** An authorization request that goes on, or one whose fault goes back to the app. */
export type Intake =
  | { readonly client: RegisteredClient; readonly authorization: AuthorizationRequest }
  | { readonly fault: OAuthError; readonly target: Pick<AuthorizationRequest, 'redirectUri' | 'state'> };

/** Validates authorization requests: those that come in, and again those that come back from a step. */
@Injectable()
export class AuthorizationIntake {
  constructor(private readonly clients: ClientService) {}

  /**
   * RFC 6749 §4.1.2.1: a fault of client or redirect URI is thrown, for the browser must not be sent there; any later
   * one is returned with where to send it.
   * @throws OAuthError
   */
  async accept(params: ParsedParams): Promise<Intake> {
    const { client, redirectUri } = await this.identify(params.values);
    try {
      return { client, authorization: parseAuthorizationRequest(params, client) };
    } catch (fault) {
      if (!(fault instanceof OAuthError)) throw fault;
      const state = stateOf(params.values);
      return { fault, target: { redirectUri, ...(state === undefined ? {} : { state }) } };
    }
  }

  private async identify(values: Params): Promise<{ client: RegisteredClient; redirectUri: string }> {
    const { clientId, redirectUri } = parseClientAndRedirect(values);
    const client = await this.clients.find(clientId);
    if (client === undefined) throw new OAuthError('invalid_client', 'no app has this client_id', { status: 400 });
    if (!client.isActive) throw new OAuthError('unauthorized_client', 'this app is suspended');
    try {
      checkRedirectUri(client, redirectUri);
    } catch (fault) {
      throw fault instanceof OAuthError ? new UnregisteredRedirectError(client, redirectUri, fault) : fault;
    }
    return { client, redirectUri };
  }
}
