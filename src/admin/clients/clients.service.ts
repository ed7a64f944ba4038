import { Injectable } from '@nestjs/common';
import type { Caller } from '../../api/caller.js';
import { checkMayActOnClient } from '../../api/rights.js';
import { ClientAdministration } from '../../clients/client-administration.service.js';
import { ClientRegistration } from '../../clients/client-registration.service.js';
import type { Client } from '../../clients/client.entity.js';
import { ClientService } from '../../clients/client.service.js';
import { Problem } from '../../http/problem.js';
import type { ClientPatch } from './client.dto.js';

/** What is done to apps through the admin API, by whom it may be done. */
@Injectable()
export class AdminClients {
  constructor(
    private readonly clients: ClientService,
    private readonly administration: ClientAdministration,
    private readonly registration: ClientRegistration,
  ) {}

  /** @throws Problem `not-found` */
  async one(clientId: string): Promise<Client> {
    const client = await this.clients.stored(clientId);
    if (client === undefined) throw new Problem('not-found');
    return client;
  }

  /** @throws Problem `forbidden`, `precondition-failed` */
  async change(caller: Caller, client: Client, patch: ClientPatch): Promise<Client> {
    checkMayActOnClient(caller, client);
    const { is_verified: isVerified, status, suspended_reason: reason } = patch;
    const changed = await this.administration.decide(client, {
      ...(isVerified !== undefined && { isVerified }),
      ...(status !== undefined && { status, suspendedReason: status === 'suspended' ? (reason ?? null) : null }),
    });
    if (changed === undefined) throw new Problem('precondition-failed');
    return changed;
  }

  /** @throws Problem `forbidden` */
  async delete(caller: Caller, client: Client): Promise<void> {
    checkMayActOnClient(caller, client);
    await this.registration.delete(client);
  }
}
