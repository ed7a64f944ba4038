import { MaybeText, Shown, Text, Time } from '../../api/fields.js';
import { type Client, REGISTERED_BY } from '../../clients/client.entity.js';
import { APP_KINDS } from '../../protocol/grant-types.js';

/** An app, as the API shows it. Never a secret. */
export class ClientResource {
  @Text client_id!: string;
  @Shown({ enum: APP_KINDS }) kind!: string;
  @Text client_name!: string;
  @MaybeText('Its home page') client_uri!: string | null;
  @Shown({ type: [String] }) redirect_uris!: readonly string[];
  @Shown({ type: [String] }) grant_types!: readonly string[];
  @Shown({ type: 'string', description: 'What it may ask people for, with spaces between' }) scope!: string;
  @Shown({ type: [String], description: 'What of this API it may use' }) admin_scopes!: readonly string[];
  @Text token_endpoint_auth_method!: string;
  @MaybeText('Employee number of its owner; null for an app of the installation') owner!: string | null;
  @Shown({ enum: [...REGISTERED_BY] }) registered_by!: string;
  @Shown({ enum: ['active', 'suspended'] }) status!: string;
  @MaybeText('Why it is suspended, as its owner reads it') suspended_reason!: string | null;
  @Shown({ type: 'boolean', description: 'Whether somebody vouched for it' }) is_verified!: boolean;
  @Shown({ type: 'boolean', description: 'Whether it must use PKCE (RFC 7636)' }) pkce_required!: boolean;
  @Time('When it was registered') created_at!: string;
  @Time('When it was changed the last time') updated_at!: string;
}

export function clientResource(client: Client): ClientResource {
  return {
    client_id: client.clientId,
    kind: client.kind,
    client_name: client.clientName,
    client_uri: client.clientUri,
    redirect_uris: client.redirectUris,
    grant_types: client.grantTypes,
    scope: client.scopes.join(' '),
    admin_scopes: client.adminScopes ?? [],
    token_endpoint_auth_method: client.tokenEndpointAuthMethod,
    owner: client.ownerEmployeeId,
    registered_by: client.registeredBy,
    status: client.status,
    suspended_reason: client.suspendedReason,
    is_verified: client.isVerified,
    pkce_required: client.pkceRequired,
    created_at: client.createdAt.toISOString(),
    updated_at: client.updatedAt.toISOString(),
  };
}
