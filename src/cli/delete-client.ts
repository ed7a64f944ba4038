import { ClientRegistration } from '../clients/client-registration.service.js';
import type { Client } from '../clients/client.entity.js';
import { CommandFailure, usageFailure } from './command-failure.js';
import { printJson, printLines, printNote } from './output.js';
import { ask } from './password-input.js';
import { requireClient } from './require-client.js';
import { printable } from './table.js';
import { withServices } from './with-database.js';

export interface DeleteClientOptions {
  readonly yes?: true;
  readonly json?: true;
}

/**
 * `doorward client delete`
 * @throws CommandFailure
 */
export async function deleteClient(clientId: string, { yes, json }: DeleteClientOptions): Promise<void> {
  if (yes !== true && !process.stdin.isTTY) {
    throw usageFailure('--yes: give it to delete an app where nobody can be asked. This cannot be undone.');
  }
  const client = await withServices('write', async (services) => {
    const found = await requireClient(services, clientId);
    if (yes !== true) await confirm(found);
    await services.get(ClientRegistration).delete(found);
    return found;
  });
  if (json) printJson({ client_id: client.clientId, deleted: true });
  else printLines(`${printable(client.clientName)} (${client.clientId}) is deleted.`);
}

/** @throws CommandFailure */
async function confirm({ clientId, clientName, ownerEmployeeId }: Client): Promise<void> {
  const owner = ownerEmployeeId === null ? 'this installation' : `the user ${ownerEmployeeId}`;
  printNote(
    `${printable(clientName)} belongs to ${owner}. Its secrets, the permissions that people gave it and its tokens go`,
    'with it. This cannot be undone; to stop it for a while there is doorward client suspend.',
  );
  if ((await ask(`Type ${clientId} to delete it: `)).trim() === clientId) return;
  throw new CommandFailure(['That is not its client id: nothing was deleted.']);
}
