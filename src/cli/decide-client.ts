import { ClientAdministration } from '../clients/client-administration.service.js';
import type { ClientDecision } from '../clients/client-decision.js';
import { publicClient } from './client-answer.js';
import { CommandFailure, usageFailure } from './command-failure.js';
import { printJson, printLines } from './output.js';
import { requireClient } from './require-client.js';
import { printable } from './table.js';
import { withServices } from './with-database.js';

const MAX_REASON = 500;

export interface DecideClientOptions {
  readonly json?: true;
}

/** `doorward client verify` and `unverify`. @throws CommandFailure */
export function verifyClient(clientId: string, isVerified: boolean, options: DecideClientOptions): Promise<void> {
  const end = isVerified ? 'is verified: the consent page says so.' : 'is not verified any more.';
  return decide(clientId, { isVerified }, { ...options, end });
}

/** `doorward client suspend`. @throws CommandFailure */
export async function suspendClient(
  clientId: string,
  { reason, ...options }: DecideClientOptions & { readonly reason: string },
): Promise<void> {
  const suspendedReason = reason.trim();
  if (suspendedReason === '' || suspendedReason.length > MAX_REASON) {
    throw usageFailure(`--reason: say why in 1 to ${MAX_REASON} characters: the owner reads it.`);
  }
  const end = 'is suspended: it can do nothing, its tokens open nothing. Running servers follow within a second.';
  await decide(clientId, { status: 'suspended', suspendedReason }, { ...options, end });
}

/** `doorward client reinstate`. @throws CommandFailure */
export function reinstateClient(clientId: string, options: DecideClientOptions): Promise<void> {
  const end = 'works again; so do its tokens that have not expired.';
  return decide(clientId, { status: 'active', suspendedReason: null }, { ...options, end });
}

async function decide(
  clientId: string,
  decision: ClientDecision,
  { json, end }: DecideClientOptions & { readonly end: string },
): Promise<void> {
  const client = await withServices('write', async (services) =>
    services.get(ClientAdministration).decide(await requireClient(services, clientId), decision),
  );
  if (client === undefined) {
    throw new CommandFailure([`Somebody changed the app just now: look with 'doorward client show ${clientId}'.`]);
  }
  if (json) printJson(publicClient(client));
  else printLines(`${printable(client.clientName)} (${client.clientId}) ${end}`);
}
