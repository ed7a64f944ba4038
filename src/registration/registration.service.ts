import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ClientMetadataCheck } from '../clients/client-metadata-check.service.js';
import { ClientRegistration, type Registration } from '../clients/client-registration.service.js';
import type { Settings } from '../config/settings.js';
import { bearerError } from '../protocol/bearer-token.js';
import type { JsonObject } from '../protocol/json-value.js';
import { OAuthError } from '../protocol/oauth-error.js';
import { registrationInput } from '../protocol/registration-request.js';
import { registrationError } from '../protocol/registration-response.js';
import { SCOPE_NAMES } from '../protocol/scope.js';
import { LiveSettings } from '../settings/live-settings.service.js';
import type { InitialAccessToken } from './initial-access-token.entity.js';
import { InitialAccessTokens } from './initial-access-tokens.service.js';
import { registrationBearer } from './registration-bearer.js';
import { RegistrationQuota } from './registration-quota.service.js';

/** Apps that register themselves (RFC 7591), under the installation's policy (docs/adr/0028). */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly live: LiveSettings,
    private readonly tokens: InitialAccessTokens,
    private readonly quota: RegistrationQuota,
    private readonly check: ClientMetadataCheck,
    private readonly registration: ClientRegistration,
  ) {}

  /**
   * Registers the app that the document describes. A document that is refused spends no use of the token.
   * @throws OAuthError as RFC 7591 §3.2.2 says
   */
  async register(request: FastifyRequest, readDocument: () => JsonObject): Promise<Registration> {
    const settings = await this.live.current();
    const token = await this.presentedToken(request, settings);
    const allowedScopes = token?.policy.allowedScopes;
    const input = registrationInput(readDocument(), allowedScopes ?? SCOPE_NAMES);
    // Before the check: it may fetch what a stranger names.
    if (token === undefined) await this.quota.take(request.ip);
    const { metadata, faults } = await this.check.check(input, { allowedScopes });
    if (metadata === undefined) throw registrationError(faults);
    if (token !== undefined && !(await this.tokens.spend(token))) throw wrongToken();
    return this.registration.register(ownerOf(token), metadata, {
      registeredBy: 'dynamic',
      ...token?.policy,
      unusedLifetime: settings.lifetimes.unusedClient,
    });
  }

  /** @throws OAuthError when the policy asks for a token and there is no good one, or when nobody may register */
  private async presentedToken(request: FastifyRequest, settings: Settings): Promise<InitialAccessToken | undefined> {
    requireRegistrationOn(settings);
    if (settings.dynamicRegistration === 'open' && request.headers.authorization === undefined) return undefined;
    const token = await this.tokens.find(registrationBearer(request));
    if (token === undefined) throw wrongToken();
    return token;
  }
}

/** @throws OAuthError `access_denied` when the installation takes no registrations */
export function requireRegistrationOn({ dynamicRegistration }: Pick<Settings, 'dynamicRegistration'>): void {
  if (dynamicRegistration !== 'off') return;
  throw new OAuthError('access_denied', 'apps do not register themselves on this server', { status: 403 });
}

/** Whose the app becomes; nobody's when it is the installation's. */
function ownerOf(token: InitialAccessToken | undefined): { readonly employeeId: string } | null {
  const employeeId = token?.ownerEmployeeId ?? null;
  return employeeId === null ? null : { employeeId };
}

function wrongToken(): OAuthError {
  return bearerError('invalid_token', 'the initial access token is wrong, used up, expired or revoked');
}
