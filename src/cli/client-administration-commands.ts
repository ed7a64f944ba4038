import type { Command } from 'commander';
import type { DecideClientOptions, SuspendClientOptions } from './decide-client.js';
import type { DeleteClientOptions } from './delete-client.js';
import { addExamples, hoursOption, jsonOption, yesOption } from './options.js';
import type { RotateClientSecretOptions } from './rotate-client-secret.js';
import type { ShowClientOptions } from './show-client.js';

const ID = 'client_1sQ2d9xJv0aJbqkPzR5m3w';
const decisions = () => import('./decide-client.js');

/** Adds what is done to one app: `client show`, `verify`, `suspend`, `delete` and their like. */
export function addClientAdministrationCommands(client: Command): void {
  addExamples(
    onOne(client, 'show', 'show an app with its registration and what is known of its secrets').action(
      async (id: string, options: ShowClientOptions) => (await import('./show-client.js')).showClient(id, options),
    ),
    `doorward client show ${ID}`,
  );
  addExamples(
    onOne(client, 'rotate-secret', 'make a new secret, shown once; those before it run out')
      .addOption(hoursOption('--overlap <hours>', 'for how long those before it go on (0 to 720); asks for 0', 24))
      .addOption(yesOption())
      .action(async (id: string, options: RotateClientSecretOptions) =>
        (await import('./rotate-client-secret.js')).rotateClientSecret(id, options),
      ),
    `doorward client rotate-secret ${ID} --overlap 1`,
  );
  addDecisions(client);
  addExamples(
    onOne(client, 'delete', 'delete an app with its secrets, permissions and tokens, for good; asks first')
      .addOption(yesOption())
      .action(async (id: string, options: DeleteClientOptions) =>
        (await import('./delete-client.js')).deleteClient(id, options),
      ),
    `doorward client delete ${ID}`,
  );
}

function addDecisions(client: Command): void {
  addExamples(
    onOne(client, 'verify', 'vouch for an app as people see it now: the consent page says so').action(
      async (id: string, options: DecideClientOptions) => (await decisions()).verifyClient(id, true, options),
    ),
    `doorward client verify ${ID}`,
  );
  addExamples(
    onOne(client, 'unverify', 'vouch for it no longer').action(async (id: string, options: DecideClientOptions) =>
      (await decisions()).verifyClient(id, false, options),
    ),
    `doorward client unverify ${ID}`,
  );
  addExamples(
    onOne(client, 'suspend', 'stop an app: it can do nothing, its tokens open nothing; asks first')
      .requiredOption('--reason <text>', 'why; its owner reads it')
      .addOption(yesOption())
      .action(async (id: string, options: SuspendClientOptions) => (await decisions()).suspendClient(id, options)),
    `doorward client suspend ${ID} --reason "It sends mail that nobody asked for"`,
  );
  addExamples(
    onOne(client, 'reinstate', 'let a suspended app work again').action(
      async (id: string, options: DecideClientOptions) => (await decisions()).reinstateClient(id, options),
    ),
    `doorward client reinstate ${ID}`,
  );
}

function onOne(client: Command, name: string, description: string): Command {
  return client
    .command(name)
    .description(description)
    .argument('<client-id>', 'from doorward client list')
    .addOption(jsonOption());
}
