import { Injectable } from '@nestjs/common';
import { ClientService } from '../clients/client.service.js';
import type { RegisteredClient } from '../clients/registered-client.js';
import {
  type AuthorizationRequest,
  checkRedirectUri,
  faultTarget,
  parseAuthorizationRequest,
  requireClientId,
  requireRedirectUri,
} from '../protocol/authorization-request.js';
import type { ResponseTarget } from '../protocol/authorization-response.js';
import { OAuthError } from '../protocol/oauth-error.js';
import type { ParsedParams, Params } from '../protocol/params.js';
import { requireDefined } from '../protocol/custom-scope.js';
import { redirectUriMatches } from '../protocol/redirect-uri.js';
import { checkTargets } from '../protocol/resource-indicator.js';
import { hasRequestObject } from '../protocol/request-object.js';
import { ScopeCatalogue } from '../scopes/scope-catalogue.service.js';
import { Settings } from '../config/settings.js';
import { IdTokenHints } from './id-token-hints.service.js';
import { RequestObjects } from './request-objects.service.js';
import { storedParameters } from './stored-request.js';
import { UnregisteredRedirectError } from './unregistered-redirect-error.js';

/** A validated authorization request. */
export interface AcceptedRequest {
  readonly client: RegisteredClient;
  readonly authorization: AuthorizationRequest;
  /** What it said, for keeping while it waits. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The user that a verified `id_token_hint` names, as the client sees them. */
  readonly hintedSubject?: string;
}

/** An authorization request whose fault goes back to the app. */
export interface RefusedRequest {
  readonly fault: OAuthError;
  readonly target: ResponseTarget;
}

/** Validates authorization requests: those that come in, and again those that come back from a step. */
@Injectable()
export class AuthorizationIntake {
  constructor(
    private readonly clients: ClientService,
    private readonly objects: RequestObjects,
    private readonly hints: IdTokenHints,
    private readonly catalogue: ScopeCatalogue,
    private readonly settings: Settings,
  ) {}

  /**
   * RFC 6749 §4.1.2.1: a fault of client or redirect URI is thrown, for the browser must not be sent there; any later
   * one is returned with where to send it.
   * @param address of whoever sent it: one network may have only so much fetched for it
   * @throws OAuthError
   */
  async accept(params: ParsedParams, address: string): Promise<AcceptedRequest | RefusedRequest> {
    const client = await this.clientOf(params.values);
    if (!hasRequestObject(params.values)) return this.validated(params, client);
    const opened = await toldTo(outerTarget(params.values, client), () => this.objects.open(params, client, address));
    return 'fault' in opened ? opened : this.validated(opened, client);
  }

  private async validated(params: ParsedParams, client: RegisteredClient): Promise<AcceptedRequest | RefusedRequest> {
    const target = faultTarget(params.values, registeredUri(client, requireRedirectUri(params.values)));
    return toldTo(target, async () => {
      const authorization = parseAuthorizationRequest(params, client);
      await this.checkScopes(authorization);
      const parameters = storedParameters(params.values, authorization);
      const { idTokenHint } = authorization;
      if (idTokenHint === undefined) return { client, authorization, parameters };
      return { client, authorization, parameters, hintedSubject: await this.hints.subjectOf(idTokenHint, client) };
    });
  }

  /** An app may be registered for what somebody took away a moment ago. */
  private async checkScopes({ scopes, resources }: AuthorizationRequest): Promise<void> {
    const defined = await this.catalogue.among(scopes);
    requireDefined(scopes, defined);
    checkTargets(scopes, resources, defined, this.settings.issuer);
  }

  private async clientOf(values: Params): Promise<RegisteredClient> {
    const client = await this.clients.find(requireClientId(values));
    if (client === undefined) throw new OAuthError('invalid_client', 'no app has this client_id', { status: 400 });
    if (!client.isActive) throw new OAuthError('unauthorized_client', 'this app is suspended');
    return client;
  }
}

/**
 * Where faults of a request object go: to the redirect URI outside of it, if that is registered. The one inside takes
 * its place (OpenID Connect Core §6.1), so another one outside is no fault yet.
 */
function outerTarget(values: Params, client: RegisteredClient): ResponseTarget | undefined {
  const { redirect_uri: outside } = values;
  if (outside === undefined || !redirectUriMatches(client.redirectUris, outside)) return undefined;
  return faultTarget(values, outside);
}

/** Nothing is sent to any other address, whatever else is wrong (attacks A01, A03). */
function registeredUri(client: RegisteredClient, redirectUri: string): string {
  try {
    checkRedirectUri(client, redirectUri);
    return redirectUri;
  } catch (fault) {
    throw fault instanceof OAuthError ? new UnregisteredRedirectError(client, redirectUri, fault) : fault;
  }
}

/** A fault of the request becomes an answer for the app, if it is known where to; one of ours stays what it is. */
async function toldTo<T>(target: ResponseTarget | undefined, work: () => Promise<T>): Promise<T | RefusedRequest> {
  try {
    return await work();
  } catch (fault) {
    if (!(fault instanceof OAuthError) || target === undefined) throw fault;
    return { fault, target };
  }
}
