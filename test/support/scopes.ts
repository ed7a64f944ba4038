import { ResourceAdministration, type NewResource } from '../../src/resources/resource-administration.service.js';
import { ScopeAdministration, type NewScope } from '../../src/resources/scope-administration.service.js';
import type { CustomScope } from '../../src/scopes/custom-scope.entity.js';
import type { ResourceServer } from '../../src/scopes/resource-server.entity.js';
import type { TestApp } from './app.js';

let made = 0;

/** A scope that an administrator defined. */
export async function aScope({ app }: TestApp, changes: Partial<NewScope> = {}): Promise<CustomScope> {
  made += 1;
  const scope = await app.get(ScopeAdministration).create({
    name: `scope${made}:read`,
    resourceId: null,
    descriptions: { en: `Read number ${made}` },
    sensitivity: 'normal',
    needsUser: true,
    ...changes,
  });
  if (scope === undefined) throw new Error('the scope exists already');
  return scope;
}

/** A resource server that an administrator defined. */
export async function aResource({ app }: TestApp, changes: Partial<NewResource> = {}): Promise<ResourceServer> {
  made += 1;
  const resource = await app.get(ResourceAdministration).create({
    identifier: `https://api-${made}.example.com`,
    name: `API ${made}`,
    accessTokenLifetime: null,
    clientRowId: null,
    ...changes,
  });
  if (resource === undefined) throw new Error('the resource server exists already');
  return resource;
}
