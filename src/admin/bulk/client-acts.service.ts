import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Caller } from '../../api/caller.js';
import { checkMayActOnClient } from '../../api/rights.js';
import type { BulkOperation } from '../../bulk/bulk-operation.entity.js';
import { BulkRunner } from '../../bulk/bulk-runner.service.js';
import type { Client } from '../../clients/client.entity.js';
import type { ClientPatch } from '../clients/client.dto.js';
import { AdminClients } from '../clients/clients.service.js';
import { AdminTokens } from '../tokens/tokens.service.js';
import { CLIENT_RIGHTS, type ClientAction } from './bulk-actions.js';
import { BulkCallers } from './bulk-callers.service.js';
import { judged } from './bulk-judged.js';

interface ClientOrder extends Pick<BulkOperation, 'options'> {
  readonly action: ClientAction;
}

/** What a bulk operation does to each app: what the operation on that one alone would. */
@Injectable()
export class ClientActs implements OnModuleInit {
  constructor(
    private readonly runner: BulkRunner,
    private readonly callers: BulkCallers,
    private readonly clients: AdminClients,
    private readonly tokens: AdminTokens,
  ) {}

  onModuleInit(): void {
    this.runner.handle('clients', (operation, id, isRepeat) => this.act(operation, id, isRepeat));
  }

  private async act({ action, options, starter }: BulkOperation, id: string, isRepeat: boolean): Promise<void> {
    const wanted = action as ClientAction;
    const caller = await this.callers.now(starter, CLIENT_RIGHTS[wanted].scope);
    await judged(() => this.do(caller, id, { action: wanted, options }), isRepeat && wanted === 'delete');
  }

  private async do(caller: Caller, id: string, { action, options }: ClientOrder): Promise<void> {
    const client = await this.clients.one(id);
    if (action === 'delete') return this.clients.delete(caller, client);
    if (action === 'revoke_tokens') return void (await this.tokens.revokeAll(caller, { client_id: id }));
    checkMayActOnClient(caller, client);
    const patch = patchOf(action, options);
    // What is so already is not done, nor written down, once more.
    if (!isSo(client, patch)) await this.clients.change(caller, client, patch);
  }
}

/** What the act changes of the app itself. */
function patchOf(
  action: Exclude<ClientAction, 'delete' | 'revoke_tokens'>,
  { reason }: BulkOperation['options'],
): ClientPatch {
  if (action === 'verify') return { is_verified: true };
  if (action === 'reinstate') return { status: 'active' };
  return { status: 'suspended', suspended_reason: reason ?? '' };
}

function isSo(client: Client, { is_verified: isVerified, status, suspended_reason: reason }: ClientPatch): boolean {
  if (isVerified !== undefined) return client.isVerified === isVerified;
  return client.status === status && (reason === undefined || client.suspendedReason === reason);
}
