import type { Client } from '../clients/client.entity.js';
import { ClientService } from '../clients/client.service.js';
import { publicClient } from './client-answer.js';
import { printJson, printNote, printTable } from './output.js';
import { withServices } from './with-database.js';

export interface ListClientsOptions {
  readonly limit: number;
  readonly json?: true;
}

/** `doorward client list` */
export async function listClients({ limit, json }: ListClientsOptions): Promise<void> {
  const clients = await withServices('read', (services) => newest(services.get(ClientService), limit));
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
