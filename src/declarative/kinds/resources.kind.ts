import { Injectable } from '@nestjs/common';
import { ClientService } from '../../clients/client.service.js';
import { Settings } from '../../config/settings.js';
import { APP_KIND_RULES, APP_KINDS, type AppKind } from '../../protocol/grant-types.js';
import { isObject, type JsonObject } from '../../protocol/json-value.js';
import { identifierFault } from '../../protocol/resource-indicator.js';
import { LIFETIME } from '../../resources/lifetime.js';
import { ResourceAdministration } from '../../resources/resource-administration.service.js';
import type { ResourceServer, ResourceStatus } from '../../scopes/resource-server.entity.js';
import { textFault, tidyLine } from '../../users/personal-text.js';
import type { Checked, Context, Demand, Existing, Fault, Kind, Wanted } from '../kind.js';
import { isDeclared, memberFaults } from './members.js';

const STATUSES = ['active', 'suspended'] as const;
const MAX_NAME = 100;

const FORMS = {
  name: { isRight: isName, message: `One line of 1 to ${MAX_NAME} characters.`, isRequired: true },
  access_token_lifetime: { isRight: isLifetime, message: `Seconds, from ${LIFETIME.min} to ${LIFETIME.max}.` },
  client: { isRight: (value: unknown) => typeof value === 'string', message: 'The client id of an app.' },
  status: {
    isRight: (value: unknown) => (STATUSES as readonly unknown[]).includes(value),
    message: `Choose one of ${STATUSES.join(', ')}.`,
  },
};

interface DeclaredResource {
  readonly name: string;
  readonly access_token_lifetime?: number;
  readonly client?: string;
  readonly status?: ResourceStatus;
}

interface WantedResource extends Wanted {
  readonly declared: DeclaredResource;
}

/** Resource servers, by their identifiers (RFC 8707). */
@Injectable()
export class ResourcesKind implements Kind<ResourceServer, WantedResource> {
  readonly section = 'resources';
  readonly noun = 'resource server';
  readonly lateMembers = new Set(['client']);

  constructor(
    private readonly resources: ResourceAdministration,
    private readonly clients: ClientService,
    private readonly settings: Settings,
  ) {}

  async list(): Promise<readonly Existing<ResourceServer>[]> {
    const rows = await this.resources.all();
    return rows.map((row) => ({ id: row.identifier, document: documentOf(declaredOf(row)), row }));
  }

  async compare(
    identifier: string,
    value: unknown,
    _existing: Existing<ResourceServer> | undefined,
    context: Context,
  ): Promise<Checked<WantedResource>> {
    const wrong = identifierFault(identifier, this.settings.issuer);
    const faults: Fault[] = [
      ...(wrong === undefined ? [] : [{ path: [], message: wrong }]),
      ...memberFaults(value, FORMS),
    ];
    if (faults.length > 0) return { faults };
    const declared = value as DeclaredResource;
    const unfit = await this.clientFault(declared.client, context);
    if (unfit !== undefined) return { faults: [{ path: ['client'], message: unfit }] };
    return { wanted: { document: documentOf(declared), declared }, faults: [] };
  }

  async create(identifier: string, { declared }: WantedResource): Promise<boolean> {
    const { name, access_token_lifetime: accessTokenLifetime = null, status = 'active' } = declared;
    const made = await this.resources.create({ identifier, name, accessTokenLifetime, clientRowId: null });
    if (made === undefined) return false;
    return status === 'active' || (await this.resources.change(made, { status })) !== undefined;
  }

  async update({ row }: Existing<ResourceServer>, { declared }: WantedResource): Promise<boolean> {
    const { name, access_token_lifetime: accessTokenLifetime = null, status = 'active' } = declared;
    return (await this.resources.change(row, { name, accessTokenLifetime, status })) !== undefined;
  }

  /** Its app may have been made after it. */
  async finish(identifier: string, { declared }: WantedResource): Promise<boolean> {
    const row = await this.resources.byIdentifier(identifier);
    if (row === undefined) return false;
    const client = declared.client === undefined ? undefined : await this.clients.stored(declared.client);
    const clientRowId = client?.id ?? null;
    return row.clientRowId === clientRowId || (await this.resources.change(row, { clientRowId })) !== undefined;
  }

  async delete({ row }: Existing<ResourceServer>): Promise<boolean> {
    return (await this.resources.delete(row)) !== undefined;
  }

  demandOf(): Demand {
    return { writes: ['resources'] };
  }

  /** RFC 7662 §2.1: who asks what a token is worth must prove who they are. */
  private async clientFault(clientId: string | undefined, { declared }: Context): Promise<string | undefined> {
    if (clientId === undefined) return undefined;
    const kind = isDeclared(declared, 'clients', clientId)
      ? kindOf(declared.get('clients')?.[clientId])
      : (await this.clients.stored(clientId))?.kind;
    if (kind === undefined) return 'There is no app with this client id.';
    return isAppKind(kind) && !APP_KIND_RULES[kind].isConfidential
      ? 'This app cannot prove who it is: name one that can.'
      : undefined;
  }
}

/** What is wrong with a declared app is told where it stands. */
function kindOf(declared: unknown): string {
  return isObject(declared) && typeof declared['kind'] === 'string' ? declared['kind'] : '';
}

function isAppKind(kind: string): kind is AppKind {
  return (APP_KINDS as readonly string[]).includes(kind);
}

function isName(value: unknown): boolean {
  return (
    typeof value === 'string' && value !== '' && tidyLine(value) === value && textFault(value, MAX_NAME) === undefined
  );
}

function isLifetime(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= LIFETIME.min && value <= LIFETIME.max;
}

function declaredOf({ name, accessTokenLifetime, client, status }: ResourceServer): DeclaredResource {
  return {
    name,
    ...(accessTokenLifetime !== null && { access_token_lifetime: accessTokenLifetime }),
    ...(client && { client: client.clientId }),
    status,
  };
}

function documentOf({ status, ...declared }: DeclaredResource): JsonObject {
  return { ...declared, ...(status === 'suspended' && { status }) };
}
