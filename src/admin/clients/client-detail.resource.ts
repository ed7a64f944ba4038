import { IntersectionType } from '@nestjs/swagger';
import { MaybeText, Shown, Text } from '../../api/fields.js';
import type { Registration } from '../../clients/client-registration.service.js';
import type { Client } from '../../clients/client.entity.js';
import { pictureUrl } from '../../pictures/picture-url.js';
import { APP_KIND_RULES, type AppKind } from '../../protocol/grant-types.js';
import { clientResource, ClientResource } from './client.resource.js';
import { OpenIdMembers } from './openid-members.dto.js';

/** One app with everything that it is registered for, under the names of RFC 7591 §2. Absent: nothing was registered. */
export class ClientDetail extends IntersectionType(ClientResource, OpenIdMembers) {
  @Shown({ type: [String] }) response_types!: readonly string[];
  @Shown({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'What people read in other languages',
  })
  localized!: Readonly<Record<string, string>>;
  @Shown({ type: [String], nullable: true, description: 'What it may be registered for at most; null: every scope' })
  allowed_scopes!: readonly string[] | null;
  @MaybeText('Where its logo is kept on this server') logo_url!: string | null;
}

/** A new app, with what is shown this once. */
export class RegisteredClientResource extends ClientDetail {
  @MaybeText('Shown this once; null for an app that has no secret') client_secret!: string | null;
  @Shown({ type: 'integer', description: '0: it does not expire (RFC 7591 §3.2.1)' }) client_secret_expires_at!: 0;
  @Text registration_access_token!: string;
  @Shown({ type: 'string', description: '256 bits in base64url, for signing `state` values' }) state_key!: string;
}

export function clientDetail(client: Client): ClientDetail {
  const { localized = {}, ...openid } = client.metadata;
  return Object.assign({}, openid, clientResource(client), {
    response_types: APP_KIND_RULES[client.kind as AppKind].usesRedirects ? ['code'] : [],
    localized,
    allowed_scopes: client.allowedScopes,
    logo_url: pictureUrl(client.logo) ?? null,
  });
}

export function registeredClientResource(registration: Registration): RegisteredClientResource {
  const { client, clientSecret, registrationAccessToken, stateKey } = registration;
  return Object.assign(clientDetail(client), {
    client_secret: clientSecret ?? null,
    client_secret_expires_at: 0 as const,
    registration_access_token: registrationAccessToken,
    state_key: stateKey,
  });
}
