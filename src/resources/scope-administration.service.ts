import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { v7 } from 'uuid';
import type { AuditAction } from '../audit/audit-actions.js';
import type { AuditDetails } from '../audit/audit-event.entity.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { ClientScopes } from '../clients/client-scopes.service.js';
import type { Sensitivity } from '../protocol/custom-scope.js';
import { CustomScope } from '../scopes/custom-scope.entity.js';
import { ScopeCatalogue } from '../scopes/scope-catalogue.service.js';
import { inserted } from '../sql/inserted.js';
import { type KeysetPage, keysetPage, type Order, type Position } from '../sql/keyset.js';
import { sqlNow } from '../sql/now.js';
import { databaseTime } from './database-time.js';

/** Which scopes a list shows. */
export interface ScopeFilter {
  /** The beginning of a name. */
  readonly search?: string | undefined;
  readonly resourceId?: string | undefined;
  readonly sensitivity?: Sensitivity | undefined;
}

/** What scopes can be sorted by; each has an index. */
export const SCOPE_ORDERS = { name: 'name', created: 'id' } as const;

export type NewScope = Pick<CustomScope, 'name' | 'resourceId' | 'descriptions' | 'sensitivity' | 'needsUser'>;
export type ScopeChange = Partial<Pick<CustomScope, 'descriptions' | 'sensitivity' | 'needsUser'>>;

/** Scopes that administrators define: REST and command line alike work through here. */
@Injectable()
export class ScopeAdministration {
  private readonly now: string;

  constructor(
    @InjectRepository(CustomScope) private readonly scopes: Repository<CustomScope>,
    private readonly apps: ClientScopes,
    private readonly catalogue: ScopeCatalogue,
    private readonly audit: AuditLog,
  ) {
    this.now = sqlNow(scopes.manager);
  }

  /** One statement, however many there are. */
  page(
    { search, ...same }: ScopeFilter,
    { order, limit, after }: { readonly order: Order; readonly limit: number; readonly after?: Position | undefined },
  ): Promise<KeysetPage<CustomScope>> {
    const query = this.scopes.createQueryBuilder('scope').leftJoinAndSelect('scope.resource', 'resource');
    for (const [property, value] of Object.entries(same)) {
      if (value !== undefined) query.andWhere(`scope.${property} = :${property}`, { [property]: value });
    }
    if (search !== undefined) {
      const beginning = `${search.replaceAll(/[|%_]/g, '|$&')}%`;
      query.andWhere("scope.name LIKE :beginning ESCAPE '|'", { beginning });
    }
    return keysetPage(query, order, limit, after);
  }

  /** All of them by name, for a document. One statement. */
  all(): Promise<CustomScope[]> {
    return this.scopes.find({ relations: { resource: true }, order: { name: 'ASC' } });
  }

  async find(id: string): Promise<CustomScope | undefined> {
    return (await this.scopes.findOne({ where: { id }, relations: { resource: true } })) ?? undefined;
  }

  async byName(name: string): Promise<CustomScope | undefined> {
    return (await this.scopes.findOne({ where: { name }, relations: { resource: true } })) ?? undefined;
  }

  /** How many apps are registered for it. */
  countOfApps({ name }: Pick<CustomScope, 'name'>): Promise<number> {
    return this.apps.countOf([name]);
  }

  /**
   * Defines a scope. Whatever stands in rows under its name was meant for another one: apps lose it before there is this one,
   * and its time of making decides about the rest (`stillDefined`). No transaction: on SQLite it would hold what other
   * requests write meanwhile. Whoever comes in between leaves apps with less, never with more.
   * @param scope with a name and sentences that keep the rules
   * @returns undefined when there is one of this name
   */
  async create(scope: NewScope): Promise<CustomScope | undefined> {
    if (await this.scopes.existsBy({ name: scope.name })) return undefined;
    await this.apps.withdraw(scope.name, { cause: 'scope.created' });
    const id = v7();
    const at = await databaseTime(this.scopes.manager);
    const row = { id, ...scope, createdAt: at, updatedAt: at };
    if (!(await inserted(() => this.scopes.insert(row)))) return undefined;
    await this.note('scope.created', { id, ...scope });
    return this.find(id);
  }

  /** @returns undefined when it was changed, or deleted, since it was read */
  async change(read: CustomScope, change: ScopeChange): Promise<CustomScope | undefined> {
    const { affected } = await this.scopes
      .createQueryBuilder()
      .update()
      .set({
        ...change,
        updatedAt: () => `CASE WHEN updated_at >= ${this.now} THEN updated_at + 1 ELSE ${this.now} END`,
      })
      .where({ id: read.id, updatedAt: read.updatedAt })
      .execute();
    if (affected !== 1) return undefined;
    await this.note('scope.updated', read, { members: Object.keys(change) });
    return this.find(read.id);
  }

  /**
   * Takes the scope away: no app may ask for it any more, and tokens that carry it open nothing by it from the same moment.
   * @returns from how many apps it went; undefined when it was changed, or deleted, since it was read
   */
  async delete(read: CustomScope): Promise<number | undefined> {
    const { id, name, updatedAt } = read;
    const { affected } = await this.scopes.delete({ id, updatedAt });
    if (affected !== 1) return undefined;
    // From here on its name in a row stands for nothing; `create` clears what a crash leaves.
    const apps = await this.apps.withdraw(name, { cause: 'scope.deleted' });
    await this.note('scope.deleted', read, { apps });
    return apps;
  }

  private async note(
    action: Extract<AuditAction, `scope.${string}`>,
    { id, name }: Pick<CustomScope, 'id' | 'name'>,
    details: AuditDetails = {},
  ): Promise<void> {
    this.catalogue.forget();
    await this.audit.record({ action, target: { type: 'scope', id }, details: { name, ...details } });
  }
}
