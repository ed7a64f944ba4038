import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, type Repository, type SelectQueryBuilder } from 'typeorm';
import { sqlNow } from '../sql/now.js';
import { ClientCache } from './client-cache.js';
import { Client } from './client.entity.js';
import { type RegisteredClient, registeredClient } from './registered-client.js';

const PAGE_SIZE = 20;

/** Some apps, newest first, and where the next ones begin. */
export interface ClientPage {
  readonly clients: readonly Client[];
  /** Pass it as `before` for the next page; absent on the last one. */
  readonly next?: string;
}

/** Finds apps. Changes go through `ClientRegistration`. */
@Injectable()
export class ClientService {
  private readonly cache = new ClientCache<RegisteredClient>();

  constructor(@InjectRepository(Client) private readonly clients: Repository<Client>) {}

  /** The app with this client id as the protocol sees it, at most a second old. One statement, or none. */
  find(clientId: string): Promise<RegisteredClient | undefined> {
    return this.cache.get(clientId, async () => {
      const client = await this.withLiveSecrets()
        .leftJoin('client.owner', 'owner')
        .addSelect('owner.username')
        .where({ clientId })
        .getOne();
      return client === null ? undefined : registeredClient(client);
    });
  }

  /** Makes this process see a change at once; the others see it within a second. */
  forget(clientId: string): void {
    this.cache.forget(clientId);
  }

  /** The owner's app with its live secrets, newest first, past the cache. Someone else's app is not found. */
  async owned(ownerEmployeeId: string, id: string): Promise<Client | undefined> {
    const query = this.withLiveSecrets().where({ id, ownerEmployeeId }).orderBy('secret.created_at', 'DESC');
    return (await query.getOne()) ?? undefined;
  }

  /** The owner's apps, a page of twenty at a time: one statement however many there are. */
  async ownedBy(ownerEmployeeId: string, before?: string): Promise<ClientPage> {
    return this.page(before === undefined ? { ownerEmployeeId } : { ownerEmployeeId, id: LessThan(before) });
  }

  /** All apps, for operators. */
  async list(before?: string): Promise<ClientPage> {
    return this.page(before === undefined ? {} : { id: LessThan(before) });
  }

  private async page(where: object): Promise<ClientPage> {
    const found = await this.clients.find({ where, order: { id: 'DESC' }, take: PAGE_SIZE + 1 });
    const clients = found.slice(0, PAGE_SIZE);
    const last = clients.at(-1);
    return found.length > PAGE_SIZE && last !== undefined ? { clients, next: last.id } : { clients };
  }

  /** The database's clock decides which secrets are still alive. */
  private withLiveSecrets(): SelectQueryBuilder<Client> {
    return this.clients
      .createQueryBuilder('client')
      .leftJoinAndSelect(
        'client.secrets',
        'secret',
        `secret.expires_at IS NULL OR secret.expires_at > ${sqlNow(this.clients.manager)}`,
      );
  }
}
