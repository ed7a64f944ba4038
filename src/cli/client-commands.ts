import { type Command, Option } from 'commander';
import type { Client } from '../clients/client.entity.js';
import { ClientRegistration } from '../clients/client-registration.service.js';
import { ClientService } from '../clients/client.service.js';
import { checkClientMetadata, type ClientMetadata, type ClientMetadataInput } from '../protocol/client-metadata.js';
import { APP_KIND_RULES, APP_KINDS, type AppKind, CLIENT_AUTH_METHODS, GRANT_TYPES } from '../protocol/grant-types.js';
import { SCOPE_NAMES } from '../protocol/scope.js';
import type { User } from '../users/user.entity.js';
import { UserService } from '../users/user.service.js';
import { publicClient, registrationAnswer, registrationLines } from './client-answer.js';
import { CommandFailure, usageFailure } from './command-failure.js';
import { metadataSentences } from './metadata-sentences.js';
import { addExamples, collect, jsonOption, limitOption } from './options.js';
import { printJson, printLines, printNote, printTable } from './output.js';
import { type Services, withServices } from './with-database.js';

/** The documented token request carries the secret in its body; the apps panel begins with the same. */
const USUAL_AUTH_METHOD = 'client_secret_post';

interface CreateOptions {
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

interface ListOptions {
  readonly limit: number;
  readonly json?: true;
}

/** Adds `client create` and `client list`. */
export function addClientCommands(program: Command): void {
  const client = program.command('client').description('register and list apps').helpCommand(false);
  addExamples(
    client
      .command('create')
      .description('register an app; its secret is shown once')
      .requiredOption('--name <name>', 'the name that people see on the consent page')
      .addOption(new Option('--kind <kind>', 'what the app is').choices(APP_KINDS).default('server'))
      .option('--redirect-uri <uri...>', 'callback URL; may be given several times', collect)
      .option('--scope <scope...>', `what it may ask people for (default: ${SCOPE_NAMES.join(' ')})`, collect)
      .option('--grant-type <type...>', `one of ${GRANT_TYPES.join(', ')} (default: those of its kind)`, collect)
      .addOption(
        new Option('--auth-method <method>', 'how it proves who it is at the token endpoint').choices(
          CLIENT_AUTH_METHODS,
        ),
      )
      .option('--website <url>', 'its home page')
      .option('--owner <login>', 'user name or e-mail of the user who manages it in the panel (default: nobody)')
      .addOption(jsonOption())
      .action(createClient),
    'doorward client create --name "Acme Photos" --redirect-uri https://photos.example/callback --owner ada',
    'doorward client create --name "Nightly report" --kind machine --json',
  );
  addExamples(
    client
      .command('list')
      .description('list apps')
      .addOption(limitOption())
      .addOption(jsonOption())
      .action(listClients),
    'doorward client list --limit 10',
    "doorward client list --json | jq -r '.[].client_id'",
  );
}

async function createClient(options: CreateOptions): Promise<void> {
  const metadata = checkedMetadata(metadataOf(options));
  const registration = await withServices(async (services) => {
    const owner = options.owner === undefined ? null : await requireUser(services, options.owner);
    return services.get(ClientRegistration).register(owner, metadata);
  });
  if (options.json) printJson(registrationAnswer(registration));
  else printLines(...registrationLines(registration));
}

function metadataOf({ kind, name, ...options }: CreateOptions): ClientMetadataInput {
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

async function listClients({ limit, json }: ListOptions): Promise<void> {
  const clients = await withServices((services) => newest(services.get(ClientService), limit));
  if (json) return printJson(clients.map(publicClient));
  if (clients.length === 0) return printNote("There are no apps yet: register one with 'doorward client create'.");
  printTable(
    ['CLIENT ID', 'NAME', 'KIND', 'OWNER', 'STATUS', 'SINCE'],
    clients.map(({ clientId, clientName, kind, ownerEmployeeId, status, createdAt }) => [
      clientId,
      clientName,
      kind,
      ownerEmployeeId ?? '-',
      status,
      createdAt.toISOString().slice(0, 10),
    ]),
  );
}

/** The newest apps, page by page. */
async function newest(directory: ClientService, limit: number): Promise<Client[]> {
  const found: Client[] = [];
  for (let number = 1; found.length < limit; number += 1) {
    const { clients, page } = await directory.list(number);
    // Beyond the last page the last one is shown again.
    if (page !== number || clients.length === 0) break;
    found.push(...clients);
  }
  return found.slice(0, limit);
}
