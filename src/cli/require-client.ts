import type { Client } from '../clients/client.entity.js';
import { ClientService } from '../clients/client.service.js';
import { CommandFailure } from './command-failure.js';
import type { Services } from './with-database.js';

/** The app with this client id, with its live secrets. @throws CommandFailure */
export async function requireClient(services: Services, clientId: string): Promise<Client> {
  const client = await services.get(ClientService).stored(clientId);
  if (client !== undefined) return client;
  throw new CommandFailure([`There is no app '${clientId}': look with 'doorward client list'.`]);
}
