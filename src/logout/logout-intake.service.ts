import { Injectable } from '@nestjs/common';
import { ClientService } from '../clients/client.service.js';
import type { RegisteredClient } from '../clients/registered-client.js';
import { Settings } from '../config/settings.js';
import { SigningKeys } from '../keys/signing-keys.service.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { checkSameClient, type LogoutHint, readLogoutHint } from '../protocol/logout-hint.js';
import {
  checkPostLogoutRedirectUri,
  isPostLogoutRedirectUri,
  parseLogoutParameters,
} from '../protocol/logout-request.js';
import { OAuthError } from '../protocol/oauth-error.js';
import type { Params } from '../protocol/params.js';
import type { LogoutRequest } from './logout-request.js';
import { LogoutTickets, type TicketPath } from './logout-tickets.service.js';

/** Checks end session requests: those of apps, and those that come back from a page of ours. */
@Injectable()
export class LogoutIntake {
  constructor(
    private readonly keys: SigningKeys,
    private readonly clients: ClientService,
    private readonly tickets: LogoutTickets,
    private readonly settings: Settings,
  ) {}

  /**
   * Everything in a request that is accepted is good: a fault in any part of it refuses the whole, and nobody is
   * redirected then (RP-Initiated Logout §4).
   * @throws OAuthError
   */
  async accept(params: Params): Promise<LogoutRequest> {
    const { ticket } = params;
    return ticket === undefined ? this.ofApp(params) : this.reopen(ENDPOINTS.logout, ticket);
  }

  /**
   * What a ticket holds, as far as it is still good: tickets have no end, so an address that the app has given up, or
   * that of an app which was suspended, is left out (attack A03).
   * @throws OAuthError
   */
  async reopen(path: TicketPath, ticket: string): Promise<LogoutRequest> {
    const { redirectUri, state, ...rest } = this.tickets.open(path, ticket);
    const client = rest.clientId === undefined ? undefined : await this.clients.find(rest.clientId);
    if (redirectUri === undefined || client?.isActive !== true) return rest;
    return isPostLogoutRedirectUri(client, redirectUri) ? { ...rest, ...targetOf(redirectUri, state) } : rest;
  }

  private async ofApp(params: Params): Promise<LogoutRequest> {
    const { idTokenHint, redirectUri, state, uiLocales, ...asked } = parseLogoutParameters(params);
    const hint = idTokenHint === undefined ? undefined : await this.read(idTokenHint);
    checkSameClient(asked.clientId, hint);
    const clientId = asked.clientId ?? hint?.clientId;
    const client = clientId === undefined ? undefined : await this.client(clientId);
    return {
      ...(uiLocales === undefined ? {} : { uiLocales }),
      ...(client && (await this.ofClient(client, hint))),
      // §2: without knowing whose it is, "the OP MUST NOT perform post-logout redirection".
      ...(client && redirectUri !== undefined && target(client, redirectUri, state)),
    };
  }

  private async ofClient({ clientId }: RegisteredClient, hint: LogoutHint | undefined): Promise<LogoutRequest> {
    if (hint === undefined) return { clientId };
    const { subject, sid } = hint;
    return { clientId, proof: { subject, ...(sid === undefined ? {} : { sid }) } };
  }

  private async read(idTokenHint: string): Promise<LogoutHint> {
    return readLogoutHint(await this.keys.verify(idTokenHint), this.settings.issuer);
  }

  private async client(clientId: string): Promise<RegisteredClient> {
    const client = await this.clients.find(clientId);
    if (client === undefined) throw new OAuthError('invalid_client', 'no app has this client_id', { status: 400 });
    if (!client.isActive) throw new OAuthError('unauthorized_client', 'this app is suspended');
    return client;
  }
}

function target(client: RegisteredClient, redirectUri: string, state: string | undefined): LogoutRequest {
  checkPostLogoutRedirectUri(client, redirectUri);
  return targetOf(redirectUri, state);
}

function targetOf(redirectUri: string, state: string | undefined): LogoutRequest {
  return { redirectUri, ...(state === undefined ? {} : { state }) };
}
