import { ClientRegistration } from '../clients/client-registration.service.js';
import { checkClientMetadata, type ClientMetadata, type ClientMetadataInput } from '../protocol/client-metadata.js';
import { APP_KIND_RULES, type AppKind } from '../protocol/grant-types.js';
import { SCOPE_NAMES } from '../protocol/scope.js';
import type { User } from '../users/user.entity.js';
import { UserService } from '../users/user.service.js';
import { registrationAnswer, registrationLines } from './client-answer.js';
import { CommandFailure, usageFailure } from './command-failure.js';
import { metadataSentences } from './metadata-sentences.js';
import { printJson, printLines } from './output.js';
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
  readonly json?: true;
}

/**
 * `doorward client create`
 * @throws CommandFailure
 */
export async function createClient(options: CreateClientOptions): Promise<void> {
  const metadata = checkedMetadata(metadataOf(options));
  const registration = await withServices(async (services) => {
    const owner = options.owner === undefined ? null : await requireUser(services, options.owner);
    return services.get(ClientRegistration).register(owner, metadata);
  });
  if (options.json) printJson(registrationAnswer(registration));
  else printLines(...registrationLines(registration));
}

function metadataOf({ kind, name, ...options }: CreateClientOptions): ClientMetadataInput {
  const { authMethods, usesRedirects } = APP_KIND_RULES[kind];
  const authMethod = options.authMethod ?? authMethods.find((method) => method === USUAL_AUTH_METHOD);
  return {
    kind,
    client_name: name,
    redirect_uris: options.redirectUri ?? [],
    // A list may be one word per option or, as in the protocol, one text with spaces.
    grant_types: words(options.grantType ?? []),
    scope: options.scope === undefined ? (usesRedirects ? SCOPE_NAMES : []) : words(options.scope),
    ...(authMethod === undefined ? {} : { token_endpoint_auth_method: authMethod }),
    ...(options.website === undefined ? {} : { client_uri: options.website }),
  };
}

function words(values: readonly string[]): string[] {
  return values.flatMap((value) => value.split(/[\s,]+/)).filter((word) => word !== '');
}

/** @throws CommandFailure with every fault, under the name of its option */
function checkedMetadata(input: ClientMetadataInput): ClientMetadata {
  const { metadata, faults } = checkClientMetadata(input);
  if (metadata === undefined) throw usageFailure(...metadataSentences(input, faults));
  return metadata;
}

/** @throws CommandFailure */
async function requireUser(services: Services, login: string): Promise<User> {
  const user = await services.get(UserService).byLogin(login);
  if (user === null) {
    throw new CommandFailure([`--owner: there is no user '${login}': make one with 'doorward user create'.`]);
  }
  return user;
}
