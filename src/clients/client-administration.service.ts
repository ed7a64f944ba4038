import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { type KeysetPage, keysetPage, type Order, type Position } from '../sql/keyset.js';
import { nextVersion } from '../sql/next-version.js';
import { actsOf, type ClientDecision } from './client-decision.js';
import { Client, type ClientStatus } from './client.entity.js';
import { changedMembers } from './metadata-of-client.js';
import { ClientService } from './client.service.js';

/** Which apps a list shows. */
export interface ClientFilter {
  /** The beginning of a name, or a whole client id. */
  readonly search?: string | undefined;
  readonly status?: ClientStatus | undefined;
  readonly kind?: string | undefined;
  readonly isVerified?: boolean | undefined;
  readonly ownerEmployeeId?: string | undefined;
}

/** What apps can be sorted by; each has an index. */
export const CLIENT_ORDERS = { created: 'id', name: 'clientName' } as const;

/** Lists of apps, and decisions about them, for those who administer the installation. */
@Injectable()
export class ClientAdministration {
  constructor(
    @InjectRepository(Client) private readonly clients: Repository<Client>,
    private readonly directory: ClientService,
  ) {}

  /** One statement, however many apps there are. */
  page(
    { search, ...same }: ClientFilter,
    { order, limit, after }: { readonly order: Order; readonly limit: number; readonly after?: Position | undefined },
  ): Promise<KeysetPage<Client>> {
    const query = this.clients.createQueryBuilder('client');
    for (const [property, value] of Object.entries(same)) {
      if (value !== undefined) query.andWhere({ [property]: value });
    }
    if (search !== undefined) {
      const beginning = `${search.replaceAll(/[|%_]/g, '|$&')}%`;
      query.andWhere("(client.clientName LIKE :beginning ESCAPE '|' OR client.clientId = :search)", {
        beginning,
        search,
      });
    }
    return keysetPage(query, order, limit, after);
  }

  /**
   * Decides about the version of the app that was read, and no other. An app that is suspended can do nothing from the
   * same moment, in every process within a second; its tokens live again when the suspension ends.
   * What is so already is not done, nor written down, once more.
   * @returns undefined when the app was changed meanwhile
   */
  async decide(client: Client, decision: ClientDecision): Promise<Client | undefined> {
    const members = changedMembers(client, decision);
    if (members.length === 0) return client;
    const { affected } = await this.clients
      .createQueryBuilder()
      .update()
      .set({ ...decision, updatedAt: () => nextVersion(this.clients.manager) })
      .where({ id: client.id, updatedAt: client.updatedAt })
      .execute();
    if (affected !== 1) return undefined;
    const acts = actsOf(client, decision);
    await this.directory.noteActs(
      client,
      acts.length > 0 ? acts : [{ action: 'client.updated', details: { members } }],
    );
    return this.directory.stored(client.clientId);
  }
}
