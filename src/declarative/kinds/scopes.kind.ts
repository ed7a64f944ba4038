import { Injectable } from '@nestjs/common';
import { scopeNameFault, SENSITIVITIES, type Sensitivity } from '../../protocol/custom-scope.js';
import type { JsonObject } from '../../protocol/json-value.js';
import { descriptionsFault } from '../../resources/descriptions.js';
import { ResourceAdministration } from '../../resources/resource-administration.service.js';
import { ScopeAdministration } from '../../resources/scope-administration.service.js';
import type { CustomScope } from '../../scopes/custom-scope.entity.js';
import type { Checked, Context, Demand, Existing, Fault, Kind, Wanted } from '../kind.js';
import { isDeclared, memberFaults } from './members.js';

const FORMS = {
  descriptions: {
    isRight: (value: unknown) => descriptionsFault(value) === undefined,
    message: 'A sentence by language tag; `en` is needed.',
    isRequired: true,
  },
  sensitivity: {
    isRight: (value: unknown) => (SENSITIVITIES as readonly unknown[]).includes(value),
    message: `Choose one of ${SENSITIVITIES.join(', ')}.`,
  },
  needs_user: { isRight: (value: unknown) => typeof value === 'boolean', message: 'Write true or false.' },
  resource: { isRight: (value: unknown) => typeof value === 'string', message: 'The identifier of a resource server.' },
};

interface DeclaredScope {
  readonly descriptions: Record<string, string>;
  readonly sensitivity?: Sensitivity;
  readonly needs_user?: boolean;
  readonly resource?: string;
}

interface WantedScope extends Wanted {
  readonly scope: Pick<CustomScope, 'descriptions' | 'sensitivity' | 'needsUser'>;
  readonly resource: string | undefined;
}

/** The scopes that administrators defined. */
@Injectable()
export class ScopesKind implements Kind<CustomScope, WantedScope> {
  readonly section = 'scopes';
  readonly noun = 'scope';

  constructor(
    private readonly scopes: ScopeAdministration,
    private readonly resources: ResourceAdministration,
  ) {}

  async list(): Promise<readonly Existing<CustomScope>[]> {
    const rows = await this.scopes.all();
    return rows.map((row) => ({ id: row.name, document: documentOf(row, row.resource?.identifier), row }));
  }

  async compare(
    name: string,
    value: unknown,
    existing: Existing<CustomScope> | undefined,
    context: Context,
  ): Promise<Checked<WantedScope>> {
    const wrongName = scopeNameFault(name);
    const faults: Fault[] = [
      ...(wrongName === undefined ? [] : [{ path: [], message: wrongName }]),
      ...memberFaults(value, FORMS),
    ];
    if (faults.length > 0) return { faults };
    const { descriptions, sensitivity = 'normal', needs_user: needsUser = true, resource } = value as DeclaredScope;
    if (existing !== undefined && existing.row.resource?.identifier !== resource) {
      return { faults: [{ path: ['resource'], message: 'It stays with its resource server. Declare another scope.' }] };
    }
    if (resource !== undefined && !(await this.isThere(resource, context))) {
      return {
        faults: [{ path: ['resource'], message: 'There is no such resource server: declare it in resources.' }],
      };
    }
    const scope = { descriptions, sensitivity, needsUser };
    return { wanted: { document: documentOf(scope, resource), scope, resource }, faults: [] };
  }

  async create(name: string, { scope, resource }: WantedScope): Promise<boolean> {
    const owner = resource === undefined ? undefined : await this.resources.byIdentifier(resource);
    if (resource !== undefined && owner === undefined) return false;
    return (await this.scopes.create({ name, ...scope, resourceId: owner?.id ?? null })) !== undefined;
  }

  async update({ row }: Existing<CustomScope>, { scope }: WantedScope): Promise<boolean> {
    return (await this.scopes.change(row, scope)) !== undefined;
  }

  async delete({ row }: Existing<CustomScope>): Promise<boolean> {
    return (await this.scopes.delete(row)) !== undefined;
  }

  demandOf(): Demand {
    return { writes: ['scopes'] };
  }

  private async isThere(resource: string, { declared }: Context): Promise<boolean> {
    if (isDeclared(declared, 'resources', resource)) return true;
    return (await this.resources.byIdentifier(resource)) !== undefined;
  }
}

function documentOf(
  { descriptions, sensitivity, needsUser }: WantedScope['scope'],
  resource: string | undefined,
): JsonObject {
  return {
    descriptions,
    ...(sensitivity !== 'normal' && { sensitivity }),
    ...(!needsUser && { needs_user: false }),
    ...(resource !== undefined && { resource }),
  };
}
