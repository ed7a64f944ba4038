import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository, SelectQueryBuilder } from 'typeorm';
import { type DefinedScope, type DefinedScopes, isCustomScope, type Target } from '../protocol/custom-scope.js';
import { ReadCache } from '../sql/read-cache.js';
import { CustomScope } from './custom-scope.entity.js';
import { ResourceServer } from './resource-server.entity.js';

/** More would be no choice any more. */
const MAX_OFFERED = 100;
const NONE: DefinedScopes = new Map();

/**
 * What administrators defined, for the endpoints of the protocol: at most a second old, like the apps (docs/adr/0006).
 * Nothing is read for those who use built-in scopes only. A resource server that is suspended, with its scopes, is as
 * good as none.
 */
@Injectable()
export class ScopeCatalogue {
  private readonly scopeCache = new ReadCache<DefinedScopes>();
  private readonly targetCache = new ReadCache<Target>();

  constructor(
    @InjectRepository(CustomScope) private readonly scopes: Repository<CustomScope>,
    @InjectRepository(ResourceServer) private readonly resources: Repository<ResourceServer>,
  ) {}

  /** The defined scopes among these names. One statement for those of an app, or none. */
  async among(names: readonly string[]): Promise<DefinedScopes> {
    const custom = [...new Set(names.filter(isCustomScope))].toSorted();
    if (custom.length === 0) return NONE;
    return (await this.scopeCache.get(custom.join(' '), () => this.read(custom))) ?? NONE;
  }

  /** The resource server that goes by this audience. One statement, or none. */
  target(identifier: string): Promise<Target | undefined> {
    return this.targetCache.get(identifier, async () => {
      const found = await this.resources.findOneBy({ identifier, status: 'active' });
      return found === null ? undefined : targetOf(found);
    });
  }

  /** What owners of apps may choose by themselves, by name. One statement. */
  async openToOwners(): Promise<DefinedScopes> {
    const query = this.inUse().andWhere("scope.needsUser = TRUE AND scope.sensitivity = 'normal'");
    return byName(await query.orderBy('scope.name').limit(MAX_OFFERED).getMany());
  }

  /** Makes this process see a change at once; the others see it within a second. */
  forget(): void {
    this.scopeCache.clear();
    this.targetCache.clear();
  }

  private async read(names: readonly string[]): Promise<DefinedScopes> {
    return byName(await this.inUse().andWhere('scope.name IN (:...names)', { names }).getMany());
  }

  private inUse(): SelectQueryBuilder<CustomScope> {
    return this.scopes
      .createQueryBuilder('scope')
      .leftJoinAndSelect('scope.resource', 'resource')
      .where("(resource.id IS NULL OR resource.status = 'active')");
  }
}

function byName(found: readonly CustomScope[]): DefinedScopes {
  return new Map(found.map((scope) => [scope.name, definedScope(scope)]));
}

function definedScope({ resource, ...scope }: CustomScope): DefinedScope {
  return Object.freeze({
    name: scope.name,
    needsUser: scope.needsUser,
    isSensitive: scope.sensitivity === 'sensitive',
    descriptions: Object.freeze(scope.descriptions),
    target: resource ? targetOf(resource) : null,
    createdAt: scope.createdAt,
  });
}

function targetOf({ identifier, accessTokenLifetime, clientRowId, createdAt }: ResourceServer): Target {
  return Object.freeze({ identifier, accessTokenLifetime, clientRowId, createdAt });
}
