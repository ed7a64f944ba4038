import { AppOwnersModule } from '../app-owners/app-owners.module.js';
import { AppOwners } from '../app-owners/app-owners.service.js';
import { ClientMetadataCheck } from '../clients/client-metadata-check.service.js';
import { ClientRegistration } from '../clients/client-registration.service.js';
import { isConfidential } from '../clients/metadata-of-client.js';
import type { ClientMetadata, ClientMetadataInput } from '../protocol/client-metadata.js';
import type { OpenIdMembersInput } from '../protocol/client-metadata/metadata-input.js';
import { APP_KIND_RULES, type AppKind } from '../protocol/grant-types.js';
import { ADMIN_SCOPES, type AdminScope, isAdminScope } from '../protocol/admin-scope.js';
import { SCOPE_NAMES } from '../protocol/scope.js';
import { registrationAnswer, registrationLines } from './client-answer.js';
import { usageFailure } from './command-failure.js';
import { readMetadataFile } from './metadata-file.js';
import { metadataSentences } from './metadata-sentences.js';
import { words } from './options.js';
import { printJson, printLines } from './output.js';
import { requireOwner } from './require-owner.js';
import { type Services, withServices } from './with-database.js';

/** The documented token request carries the secret in its body; the apps panel begins with the same. */
const USUAL_AUTH_METHOD = 'client_secret_post';

export interface CreateClientOptions {
  readonly name: string;
  readonly kind: AppKind;
  readonly redirectUri?: readonly string[];
  readonly scope?: readonly string[];
  readonly grantType?: readonly string[];
  readonly authMethod?: string;
  readonly website?: string;
  readonly owner?: string;
  readonly postLogoutRedirectUri?: readonly string[];
  readonly jwksUri?: string;
  /** Path of a JSON file with further members. */
  readonly metadata?: string;
  readonly adminScope?: readonly string[];
  readonly withoutPkce?: true;
  readonly json?: true;
}

/**
 * `doorward client create`
 * @throws CommandFailure
 */
export async function createClient(options: CreateClientOptions): Promise<void> {
  const input = metadataOf(options);
  const registration = await withServices(
    'write',
    async (services) => {
      const metadata = await checkedMetadata(services, input);
      if (options.withoutPkce) requireConfidential(metadata);
      const owner = await requireOwner(services, options.owner);
      const adminScopes = adminScopesOf(options, metadata);
      const pkceRequired = options.withoutPkce !== true;
      const made = await services.get(ClientRegistration).register(owner, metadata, {
        registeredBy: 'cli',
        pkceRequired,
        adminScopes,
      });
      if (made.clientSecret !== undefined) {
        await services.get(AppOwners).tellOfSecret(owner, made.client, { act: 'made' });
      }
      return made;
    },
    [AppOwnersModule],
  );
  if (options.json) printJson(registrationAnswer(registration));
  else printLines(...registrationLines(registration));
}

/**
 * Rights of the admin API, for a program that nobody but the installation owns.
 * @throws CommandFailure
 */
function adminScopesOf({ adminScope, owner }: CreateClientOptions, metadata: ClientMetadata): AdminScope[] | undefined {
  if (adminScope === undefined) return undefined;
  const scopes = words(adminScope);
  const unknown = scopes.find((scope) => !isAdminScope(scope));
  if (unknown !== undefined) throw usageFailure(`--admin-scope: choose from ${ADMIN_SCOPES.join(', ')}.`);
  if (owner !== undefined) throw usageFailure('--admin-scope: leave out --owner, who could take the rights over.');
  if (!metadata.grantTypes.includes('client_credentials')) {
    throw usageFailure('--admin-scope: only an app with the grant type client_credentials can use it.');
  }
  return scopes.filter(isAdminScope);
}

function metadataOf({ kind, name, ...options }: CreateClientOptions): ClientMetadataInput {
  const { authMethods, usesRedirects } = APP_KIND_RULES[kind];
  const authMethod = options.authMethod ?? authMethods.find((method) => method === USUAL_AUTH_METHOD);
  return {
    ...membersOf(options),
    kind,
    client_name: name,
    redirect_uris: options.redirectUri ?? [],
    grant_types: words(options.grantType ?? []),
    scope: options.scope === undefined ? (usesRedirects ? SCOPE_NAMES : []) : words(options.scope),
    ...(authMethod === undefined ? {} : { token_endpoint_auth_method: authMethod }),
    ...(options.website === undefined ? {} : { client_uri: options.website }),
  };
}

function membersOf({
  metadata,
  jwksUri,
  postLogoutRedirectUri,
}: Omit<CreateClientOptions, 'kind' | 'name'>): OpenIdMembersInput {
  return {
    ...(metadata === undefined ? {} : readMetadataFile(metadata)),
    ...(jwksUri === undefined ? {} : { jwks_uri: jwksUri }),
    ...(postLogoutRedirectUri === undefined ? {} : { post_logout_redirect_uris: postLogoutRedirectUri }),
  };
}

/**
 * PKCE is all that protects the code of a public app.
 * @throws CommandFailure
 */
function requireConfidential(metadata: ClientMetadata): void {
  if (isConfidential(metadata)) return;
  throw usageFailure('--without-pkce: only an app that has a secret can go without PKCE.');
}

/** @throws CommandFailure with every fault, under the name of its option */
async function checkedMetadata(services: Services, input: ClientMetadataInput): Promise<ClientMetadata> {
  const { metadata, faults } = await services.get(ClientMetadataCheck).check(input, { by: 'operator' });
  if (metadata === undefined) throw usageFailure(...metadataSentences(input, faults));
  return metadata;
}
