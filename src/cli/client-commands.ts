import { type Command, Option } from 'commander';
import { APP_KINDS, CLIENT_AUTH_METHODS, GRANT_TYPES } from '../protocol/grant-types.js';
import { ADMIN_SCOPES } from '../protocol/admin-scope.js';
import { SCOPE_NAMES } from '../protocol/scope.js';
import { addClientAdministrationCommands } from './client-administration-commands.js';
import type { CreateClientOptions } from './create-client.js';
import type { ListClientsOptions } from './list-clients.js';
import { addExamples, collect, jsonOption, limitOption } from './options.js';

/** Adds `client create`, `client list` and what is done to one app. */
export function addClientCommands(program: Command): void {
  const client = program.command('client').description('register, list and administer apps').helpCommand(false);
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
      .option('--post-logout-redirect-uri <uri...>', 'where it lets people return to after they sign out', collect)
      .option('--jwks-uri <url>', 'where its public keys are')
      .option('--metadata <file>', 'JSON file with further members of OpenID Connect Registration')
      .option('--admin-scope <scope...>', `what of the admin API it may use, of ${ADMIN_SCOPES.join(' ')}`, collect)
      .option('--without-pkce', 'it cannot do PKCE; only for apps with a secret')
      .option('--owner <login>', 'user name or e-mail of the user who manages it in the panel (default: nobody)')
      .addOption(jsonOption())
      .action(async (options: CreateClientOptions) => (await import('./create-client.js')).createClient(options)),
    'doorward client create --name "Acme Photos" --redirect-uri https://photos.example/callback --owner ada',
    'doorward client create --name "Nightly report" --kind machine --admin-scope admin:users:read --json',
  );
  addExamples(
    client
      .command('list')
      .description('list apps')
      .addOption(limitOption())
      .addOption(jsonOption())
      .action(async (options: ListClientsOptions) => (await import('./list-clients.js')).listClients(options)),
    'doorward client list --limit 10',
    "doorward client list --json | jq -r '.[].client_id'",
  );
  addClientAdministrationCommands(client);
}
