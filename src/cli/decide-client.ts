import { ClientAdministration } from '../clients/client-administration.service.js';
import type { ClientDecision } from '../clients/client-decision.js';
import type { Client } from '../clients/client.entity.js';
import { publicClient } from './client-answer.js';
import { CommandFailure, usageFailure } from './command-failure.js';
import { confirm } from './confirm.js';
import { printJson, printLines } from './output.js';
import { requireClient } from './require-client.js';
import { printable } from './table.js';
import { withServices } from './with-database.js';

const MAX_REASON = 500;

export interface DecideClientOptions {
  readonly json?: true;
}

export interface SuspendClientOptions extends DecideClientOptions {
  readonly reason: string;
  readonly yes?: true;
}

/** `doorward client verify` and `unverify`. @throws CommandFailure */
export function verifyClient(clientId: string, isVerified: boolean, options: DecideClientOptions): Promise<void> {
  const end = isVerified ? 'is verified: the consent page says so.' : 'is not verified any more.';
  return decide(clientId, { isVerified }, { ...options, end });
}

/** `doorward client suspend`. @throws CommandFailure */
export async function suspendClient(
  clientId: string,
  { reason, yes, ...options }: SuspendClientOptions,
): Promise<void> {
  const suspendedReason = reason.trim();
  if (suspendedReason === '' || suspendedReason.length > MAX_REASON) {
    throw usageFailure(`--reason: say why in 1 to ${MAX_REASON} characters: the owner reads it.`);
  }
  const end = 'is suspended: it can do nothing, its tokens open nothing. Running servers follow within a second.';
  const before = ({ clientName }: Client) =>
    confirm(yes, `${printable(clientName)} can do nothing then, and what people let it do stops.`);
  await decide(clientId, { status: 'suspended', suspendedReason }, { ...options, end, before });
}

/** `doorward client reinstate`. @throws CommandFailure */
export function reinstateClient(clientId: string, options: DecideClientOptions): Promise<void> {
  const end = 'works again; so do its tokens that have not expired.';
  return decide(clientId, { status: 'active', suspendedReason: null }, { ...options, end });
}

async function decide(
  clientId: string,
  decision: ClientDecision,
  { json, end, before }: DecideClientOptions & { readonly end: string; before?: (client: Client) => Promise<void> },
): Promise<void> {
  const client = await withServices('write', async (services) => {
    const found = await requireClient(services, clientId);
    await before?.(found);
    return services.get(ClientAdministration).decide(found, decision);
  });
  if (client === undefined) {
    throw new CommandFailure([`Somebody changed the app just now: look with 'doorward client show ${clientId}'.`]);
  }
  if (json) printJson(publicClient(client));
  else printLines(`${printable(client.clientName)} (${client.clientId}) ${end}`);
}
