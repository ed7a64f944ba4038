import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type FindOptionsWhere, In, IsNull, Not, type Repository, type SelectQueryBuilder } from 'typeorm';
import type { AuditDetails } from '../audit/audit-event.entity.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { sqlNow } from '../sql/now.js';
import { ReadCache } from '../sql/read-cache.js';
import type { ClientAct, ClientAction } from './client-decision.js';
import { Client } from './client.entity.js';
import { type RegisteredClient, registeredClient } from './registered-client.js';

const PAGE_SIZE = 20;

/** One numbered page of a list of apps, newest first. */
export interface ClientPage {
  readonly clients: readonly Client[];
  readonly total: number;
  /** The page that this is, from 1: the last one when a later one was asked for. */
  readonly page: number;
  readonly size: number;
}

/** Finds apps. Changes go through `ClientRegistration`. */
@Injectable()
export class ClientService {
  private readonly cache = new ReadCache<RegisteredClient>();

  constructor(
    @InjectRepository(Client) private readonly clients: Repository<Client>,
    private readonly audit: AuditLog,
  ) {}

  /** The app with this client id as the protocol sees it, at most a second old. One statement, or none. */
  find(clientId: string): Promise<RegisteredClient | undefined> {
    return this.cache.get(clientId, async () => {
      const client = await this.registered({ clientId });
      // MariaDB takes `abc` and `abc ` for equal (PAD SPACE); an id is its bytes.
      return client?.clientId === clientId ? client : undefined;
    });
  }

  /** The same by its primary key, past the cache. */
  async byRowId(id: string): Promise<RegisteredClient | undefined> {
    return this.registered({ id });
  }

  /** The app with this client id as it is stored, with its live secrets, past the cache. An app that has ended is not found. */
  async stored(clientId: string): Promise<Client | undefined> {
    const client = await this.withLiveSecrets().where({ clientId }).andWhere(this.notEnded()).getOne();
    return client?.clientId === clientId ? client : undefined;
  }

  /** The first token of an app that registered itself keeps it. One statement then, none ever after. */
  async noteUse({ rowId, clientId, isUnused }: RegisteredClient): Promise<void> {
    if (!isUnused) return;
    await this.clients.update({ id: rowId, expiresAt: Not(IsNull()) }, { expiresAt: null });
    this.forget(clientId);
  }

  /** How many apps registered themselves and were never used. */
  countUnused(): Promise<number> {
    return this.clients.countBy({ expiresAt: Not(IsNull()) });
  }

  /** An app was made, changed or deleted: it is written down, and this process sees it at once. */
  noteChange(client: Pick<Client, 'clientId'>, action: ClientAction, details: AuditDetails = {}): Promise<void> {
    return this.noteChanges([client], action, details);
  }

  /** The same happened to several apps. */
  async noteChanges(
    clients: readonly Pick<Client, 'clientId'>[],
    action: ClientAction,
    details: AuditDetails,
  ): Promise<void> {
    for (const { clientId } of clients) this.forget(clientId);
    await this.audit.recordAll(
      clients.map(({ clientId }) => ({ action, target: { type: 'client', id: clientId }, details })),
    );
  }

  /** The same for several things that happened at once. */
  async noteActs(client: Pick<Client, 'clientId'>, acts: readonly ClientAct[]): Promise<void> {
    this.forget(client.clientId);
    for (const { action, details } of acts) await this.noteChange(client, action, details);
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

  /** The owner's apps, twenty a page: two statements however many there are. */
  ownedBy(ownerEmployeeId: string, page: number): Promise<ClientPage> {
    return this.page({ ownerEmployeeId }, page);
  }

  /** What these apps are called, by client id; those that are gone are missing. One statement. */
  async namesOf(clientIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const select = { id: true, clientId: true, clientName: true } as const;
    const found = await this.clients.find({ select, where: { clientId: In([...clientIds]) } });
    return new Map(found.map(({ clientId, clientName }) => [clientId, clientName]));
  }

  /** The apps that operators made for the installation itself, with their live secrets, by client id. One statement. */
  ofInstallation(): Promise<Client[]> {
    return this.withLiveSecrets()
      .where("client.ownerEmployeeId IS NULL AND client.registeredBy <> 'dynamic'")
      .orderBy('client.clientId')
      .getMany();
  }

  /** All apps, for operators. */
  list(page: number): Promise<ClientPage> {
    return this.page({}, page);
  }

  private async registered(where: FindOptionsWhere<Client>): Promise<RegisteredClient | undefined> {
    const client = await this.withLiveSecrets()
      .leftJoin('client.owner', 'owner')
      .addSelect('owner.username')
      .where(where)
      .andWhere(this.notEnded())
      .getOne();
    return client === null ? undefined : registeredClient(client);
  }

  private async page(where: FindOptionsWhere<Client>, asked: number): Promise<ClientPage> {
    const total = await this.clients.countBy(where);
    const page = Math.min(asked, Math.max(1, Math.ceil(total / PAGE_SIZE)));
    const skip = (page - 1) * PAGE_SIZE;
    const clients = await this.clients.find({ where, order: { id: 'DESC' }, take: PAGE_SIZE, skip });
    return { clients, total, page, size: PAGE_SIZE };
  }

  /** An app that registered itself and was never used ends, whether its row is still there or not. */
  private notEnded(): string {
    return `(client.expires_at IS NULL OR client.expires_at > ${sqlNow(this.clients.manager)})`;
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
