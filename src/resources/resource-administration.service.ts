import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { v7 } from 'uuid';
import type { AuditAction } from '../audit/audit-actions.js';
import type { AuditDetails } from '../audit/audit-event.entity.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { ClientScopes } from '../clients/client-scopes.service.js';
import { CustomScope } from '../scopes/custom-scope.entity.js';
import { ResourceServer, type ResourceStatus } from '../scopes/resource-server.entity.js';
import { ScopeCatalogue } from '../scopes/scope-catalogue.service.js';
import { inserted } from '../sql/inserted.js';
import { type KeysetPage, keysetPage, type Order, type Position } from '../sql/keyset.js';
import { sqlNow } from '../sql/now.js';
import { databaseTime } from './database-time.js';

/** Which resource servers a list shows. */
export interface ResourceFilter {
  /** The beginning of a name or an identifier. */
  readonly search?: string | undefined;
  readonly status?: ResourceStatus | undefined;
}

/** What resource servers can be sorted by; each has an index. */
export const RESOURCE_ORDERS = { name: 'name', identifier: 'identifier', created: 'id' } as const;

export type NewResource = Pick<ResourceServer, 'identifier' | 'name' | 'accessTokenLifetime' | 'clientRowId'>;
export type ResourceChange = Partial<Pick<ResourceServer, 'name' | 'accessTokenLifetime' | 'clientRowId' | 'status'>>;

/** How far a resource server reaches, and what goes with it. */
export interface ResourceReach {
  /** Names of its scopes. */
  readonly scopes: readonly string[];
  /** How many apps are registered for any of them. */
  readonly apps: number;
}

/** Resource servers that administrators define: REST and command line alike work through here. */
@Injectable()
export class ResourceAdministration {
  private readonly now: string;

  constructor(
    @InjectRepository(ResourceServer) private readonly resources: Repository<ResourceServer>,
    private readonly apps: ClientScopes,
    private readonly catalogue: ScopeCatalogue,
    private readonly audit: AuditLog,
  ) {
    this.now = sqlNow(resources.manager);
  }

  /** One statement, however many there are. */
  page(
    { search, status }: ResourceFilter,
    { order, limit, after }: { readonly order: Order; readonly limit: number; readonly after?: Position | undefined },
  ): Promise<KeysetPage<ResourceServer>> {
    const query = this.withClient();
    if (status !== undefined) query.andWhere('resource.status = :status', { status });
    if (search !== undefined) {
      const beginning = `${search.replaceAll(/[|%_]/g, '|$&')}%`;
      query.andWhere("(resource.name LIKE :beginning ESCAPE '|' OR resource.identifier LIKE :beginning ESCAPE '|')", {
        beginning,
      });
    }
    return keysetPage(query, order, limit, after);
  }

  /** All of them by identifier, for a document. One statement. */
  all(): Promise<ResourceServer[]> {
    return this.withClient().orderBy('resource.identifier').getMany();
  }

  async find(id: string): Promise<ResourceServer | undefined> {
    return (await this.withClient().where('resource.id = :id', { id }).getOne()) ?? undefined;
  }

  async byIdentifier(identifier: string): Promise<ResourceServer | undefined> {
    return (await this.withClient().where('resource.identifier = :identifier', { identifier }).getOne()) ?? undefined;
  }

  /** The names of its scopes, and how many apps are registered for any of them. */
  async reachOf({ id }: Pick<ResourceServer, 'id'>): Promise<ResourceReach> {
    const scopes = (await this.scopesOf(id)).map(({ name }) => name);
    return { scopes, apps: await this.apps.countOf(scopes) };
  }

  /**
   * @param resource with an identifier that keeps the rules
   * @returns undefined when there is one with this identifier
   */
  async create(resource: NewResource): Promise<ResourceServer | undefined> {
    const at = await databaseTime(this.resources.manager);
    const row = { id: v7(), ...resource, status: 'active' as const, createdAt: at, updatedAt: at };
    if (!(await inserted(() => this.resources.insert(row)))) return undefined;
    await this.note('resource.created', row);
    return this.find(row.id);
  }

  /** @returns undefined when it was changed, or deleted, since it was read */
  async change(read: ResourceServer, change: ResourceChange): Promise<ResourceServer | undefined> {
    const { affected } = await this.resources
      .createQueryBuilder()
      .update()
      .set({
        ...change,
        updatedAt: () => `CASE WHEN updated_at >= ${this.now} THEN updated_at + 1 ELSE ${this.now} END`,
      })
      .where({ id: read.id, updatedAt: read.updatedAt })
      .execute();
    if (affected !== 1) return undefined;
    await this.note('resource.updated', read, { members: Object.keys(change) });
    return this.find(read.id);
  }

  /**
   * Takes the resource server away with its scopes: no app may ask for them any more, and its tokens are worth nothing from
   * the same moment.
   * @returns what went with it; undefined when it was changed, or deleted, since it was read
   */
  async delete(read: ResourceServer): Promise<ResourceReach | undefined> {
    const [scopes, reach] = [await this.scopesOf(read.id), await this.reachOf(read)];
    const { affected } = await this.resources.delete({ id: read.id, updatedAt: read.updatedAt });
    if (affected !== 1) return undefined;
    await this.note('resource.deleted', read, { ...reach });
    for (const scope of scopes) await this.noteScope(scope, read);
    return reach;
  }

  private scopesOf(resourceId: string): Promise<Pick<CustomScope, 'id' | 'name'>[]> {
    const select = { id: true, name: true } as const;
    return this.resources.manager.find(CustomScope, { where: { resourceId }, select, order: { name: 'ASC' } });
  }

  /** A scope went with its resource server. */
  private async noteScope(
    { id, name }: Pick<CustomScope, 'id' | 'name'>,
    { identifier }: Pick<ResourceServer, 'identifier'>,
  ): Promise<void> {
    const why = { cause: 'resource.deleted', identifier };
    const details = { name, apps: await this.apps.withdraw(name, why), ...why };
    await this.audit.record({ action: 'scope.deleted', target: { type: 'scope', id }, details });
  }

  private withClient() {
    return this.resources
      .createQueryBuilder('resource')
      .leftJoin('resource.client', 'client')
      .addSelect(['client.id', 'client.clientId']);
  }

  private async note(
    action: Extract<AuditAction, `resource.${string}`>,
    { id, identifier }: Pick<ResourceServer, 'id' | 'identifier'>,
    details: AuditDetails = {},
  ): Promise<void> {
    this.catalogue.forget();
    await this.audit.record({ action, target: { type: 'resource', id }, details: { identifier, ...details } });
  }
}
