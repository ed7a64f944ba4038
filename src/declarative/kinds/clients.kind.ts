import { Injectable } from '@nestjs/common';
import { ClientAdministration } from '../../clients/client-administration.service.js';
import type { ClientDecision } from '../../clients/client-decision.js';
import { type CheckContext, ClientMetadataCheck } from '../../clients/client-metadata-check.service.js';
import { ClientRegistration } from '../../clients/client-registration.service.js';
import { ClientSecretService } from '../../clients/client-secret.service.js';
import type { Client } from '../../clients/client.entity.js';
import { ClientService } from '../../clients/client.service.js';
import { DuplicateClientError } from '../../clients/duplicate-client-error.js';
import { isConfidential, keepsLook } from '../../clients/metadata-of-client.js';
import { sha256 } from '../../crypto/digest.js';
import { isAdminScope } from '../../protocol/admin-scope.js';
import type { ClientMetadata } from '../../protocol/client-metadata.js';
import type { DefinedScopes } from '../../protocol/custom-scope.js';
import { usesSecret } from '../../protocol/grant-types.js';
import type { Checked, Context, Demand, Existing, Fault, Kind, Outcome, Wanted } from '../kind.js';
import { areSameRights, clientDemand, isOtherUse, needsNewSecret } from './client-demand.js';
import { clientDocument, type ClientRules, wantedDocument } from './client-document.js';
import { exportedReference, secretOf } from './client-secret.js';
import { type DeclaredClient, readDeclaredClient } from './declared-client.js';
import { plannedScopes } from './planned-scopes.js';

/** Like those that are made here: no app can pass for a user (attack A19). */
const CLIENT_ID = /^client_[A-Za-z0-9_-]{1,57}$/;
/** What is deployed may go on with the secret before for a day. */
const OVERLAP = 86_400;

/** What the document decides about the app, as an admin would. */
type Decisions = Pick<ClientDecision, 'isVerified' | 'status' | 'suspendedReason'>;

interface WantedClient extends Wanted {
  readonly registeredBy: 'cli' | 'api';
  readonly metadata: ClientMetadata;
  readonly rules: ClientRules;
  readonly decisions: Decisions;
  /** To be set; undefined: as it is, or a generated one for a new app. */
  readonly secret: string | undefined;
}

/** The apps of the installation. Those of users and those that registered themselves are not the document's. */
@Injectable()
export class ClientsKind implements Kind<Client, WantedClient> {
  readonly section = 'clients';
  readonly noun = 'app';

  constructor(
    private readonly clients: ClientService,
    private readonly check: ClientMetadataCheck,
    private readonly registration: ClientRegistration,
    private readonly administration: ClientAdministration,
    private readonly secrets: ClientSecretService,
  ) {}

  async list(): Promise<readonly Existing<Client>[]> {
    const clients = await this.clients.ofInstallation();
    const names = new Set<string>();
    return clients.map((row) => {
      const existing = { id: row.clientId, document: clientDocument(row), row };
      const hasSecret = usesSecret(row.tokenEndpointAuthMethod);
      return hasSecret ? Object.assign(existing, { references: exportedReference(row.clientId, names) }) : existing;
    });
  }

  async compare(
    clientId: string,
    value: unknown,
    existing: Existing<Client> | undefined,
    context: Context,
  ): Promise<Checked<WantedClient>> {
    const declared = readDeclaredClient(value);
    if (!('input' in declared)) return { faults: declared };
    const { metadata, faults: found } = await this.check.check(
      declared.input,
      checkContext(declared, existing, plannedScopes(context.declared)),
    );
    const faults: Fault[] = [
      ...(await this.identityFaults(clientId, declared, existing)),
      ...found.map(({ field, item, message }) => ({ path: item === undefined ? [field] : [field, item], message })),
    ];
    if (metadata === undefined) return { faults };
    faults.push(...rightsFaults(declared, metadata), ...vouchingFaults(declared, metadata, existing?.row, context));
    const { secret, changes, notes, fault } = await secretOf(clientId, declared.secret, {
      source: context.declarer.secrets,
      method: metadata.tokenEndpointAuthMethod,
      isNew: existing === undefined,
      hasRoom: existing === undefined || this.secrets.hasRoom(existing.row),
      stateOf: (presented) => this.stateOf(presented, { clientId, metadata, client: existing?.row, context }),
    });
    if (fault !== undefined) faults.push({ path: ['client_secret'], message: fault });
    if (faults.length > 0) return { faults };
    const rules = rulesOf(declared, existing?.row);
    return {
      wanted: {
        registeredBy: context.declarer.through,
        document: wantedDocument(metadata, rules),
        metadata,
        rules,
        decisions: decisionsOf(declared),
        secret,
        changes,
        notes,
      },
      faults: [],
    };
  }

  demandOf(_clientId: string, existing: Existing<Client> | undefined, wanted: WantedClient | undefined): Demand {
    return clientDemand(existing?.row, wanted);
  }

  async create(clientId: string, wanted: WantedClient): Promise<Outcome> {
    const { metadata, rules, decisions, secret, registeredBy } = wanted;
    try {
      const made = await this.registration.register(null, metadata, {
        clientId,
        clientSecret: secret,
        registeredBy,
        pkceRequired: rules.pkceRequired,
        adminScopes: rules.adminScopes?.filter(isAdminScope),
        allowedScopes: rules.allowedScopes ?? undefined,
      });
      if (Object.keys(decisions).length > 0) await this.administration.decide(made.client, decisions);
      return {
        secrets: {
          ...(secret === undefined && made.clientSecret !== undefined && { client_secret: made.clientSecret }),
          registration_access_token: made.registrationAccessToken,
          state_key: made.stateKey,
        },
      };
    } catch (error) {
      if (error instanceof DuplicateClientError) return false;
      throw error;
    }
  }

  async update(
    { row }: Existing<Client>,
    { metadata, rules, decisions, secret }: WantedClient,
    changed: ReadonlySet<string | number>,
  ): Promise<Outcome> {
    if ([...changed].some((name) => name !== 'client_secret')) {
      const decision = { ...decisions, ...decisionOf(rules) };
      if (!(await this.registration.update(row, metadata, { decision }))) return false;
      if (!(await this.vouch(row, decisions))) return false;
    }
    return this.updateSecret(row, rules, secret);
  }

  /** The version that was read: who may delete it was judged by that one. */
  delete({ row }: Existing<Client>): Promise<boolean> {
    return this.registration.delete(row, { version: row.updatedAt });
  }

  /** Each app has secrets of its own; one that was sent in the clear never becomes a key that is not. */
  private async stateOf(
    presented: string,
    {
      clientId,
      metadata,
      client,
      context,
    }: { clientId: string; metadata: ClientMetadata; client: Client | undefined; context: Context },
  ): Promise<'current' | 'unused' | 'taken'> {
    const digest = sha256(presented).toString('hex');
    const user = context.secrets.get(digest) ?? clientId;
    context.secrets.set(digest, user);
    if (user !== clientId) return 'taken';
    const isCurrent = client !== undefined && this.secrets.isCurrent(client, presented);
    if (isCurrent && isOtherUse(client, metadata.tokenEndpointAuthMethod)) return 'taken';
    if (isCurrent) return 'current';
    if (!(await this.secrets.isKept(presented))) return 'unused';
    // Somebody may have set it since the app was read.
    const now = await this.clients.stored(clientId);
    return now !== undefined && this.secrets.isCurrent(now, presented) ? 'current' : 'taken';
  }

  /** The one that is declared; or a new one, when a method came that the old one was not for. */
  private async updateSecret(
    before: Client,
    { adminScopes }: ClientRules,
    chosen: string | undefined,
  ): Promise<Outcome> {
    const client = await this.clients.stored(before.clientId);
    // Who may have a secret of it was judged by these rights.
    if (client === undefined || !areSameRights(client.adminScopes, adminScopes)) return false;
    if (chosen !== undefined) return (await this.secrets.rotate(client, OVERLAP, chosen)) !== undefined;
    if (!needsNewSecret(before, client, client.tokenEndpointAuthMethod)) return true;
    const secret = await this.secrets.rotate(client, 0);
    return secret !== undefined && { secrets: { client_secret: secret } };
  }

  /** A change of what people see takes the verification away; the document vouches for what it says. */
  private async vouch({ clientId }: Client, { isVerified }: Decisions): Promise<boolean> {
    if (isVerified !== true) return true;
    const client = await this.clients.stored(clientId);
    if (client === undefined) return false;
    return client.isVerified || (await this.administration.decide(client, { isVerified })) !== undefined;
  }

  private async identityFaults(
    clientId: string,
    { input }: DeclaredClient,
    existing: Existing<Client> | undefined,
  ): Promise<Fault[]> {
    if (existing !== undefined) {
      return existing.row.kind === input.kind
        ? []
        : [{ path: ['kind'], message: `It stays ${existing.row.kind}. Declare another app.` }];
    }
    if (!CLIENT_ID.test(clientId))
      return [{ path: [], message: 'Begin the id with client_, then up to 57 letters, digits, - and _.' }];
    const other = await this.clients.stored(clientId);
    // Somebody may have declared it since the list was read: making it is refused then, and it is compared again.
    if (other === undefined || (other.ownerEmployeeId === null && other.registeredBy !== 'dynamic')) return [];
    return [
      { path: [], message: 'It is an app of a user, or registered itself: it is not declared here. Take it out.' },
    ];
  }
}

function checkContext(
  { allowedScopes }: DeclaredClient,
  existing: Existing<Client> | undefined,
  planned: DefinedScopes,
): CheckContext {
  return { by: 'operator', planned, allowedScopes, ...(existing && { before: existing.row }) };
}

function rightsFaults(declared: DeclaredClient, metadata: ClientMetadata): Fault[] {
  const faults: Fault[] = [];
  if (declared.adminScopes !== null && !metadata.grantTypes.includes('client_credentials')) {
    faults.push({
      path: ['admin_scopes'],
      message: 'Only an app with the grant type client_credentials can use them.',
    });
  }
  if (!declared.pkceRequired && !isConfidential(metadata)) {
    faults.push({ path: ['pkce_required'], message: 'Only an app that has a secret can go without PKCE.' });
  }
  return faults;
}

/** Through the API nobody vouches for what nobody has seen yet, like in its single operations (docs/adr/0051). */
function vouchingFaults(
  { isVerified }: DeclaredClient,
  metadata: ClientMetadata,
  before: Client | undefined,
  { declarer }: Context,
): Fault[] {
  if (declarer.through === 'cli' || isVerified !== true) return [];
  if (before !== undefined && keepsLook(before, metadata)) return [];
  const message = 'Take it out, apply, look at the app as people see it, then vouch for it.';
  return [{ path: ['is_verified'], message }];
}

/** What is not declared of the decisions stays as it is. */
function rulesOf(declared: DeclaredClient, client: Client | undefined): ClientRules {
  const { pkceRequired, adminScopes, allowedScopes, isVerified, status, suspendedReason } = declared;
  const stays = client ?? { isVerified: false, status: 'active', suspendedReason: null };
  return {
    pkceRequired,
    adminScopes,
    allowedScopes,
    isVerified: isVerified ?? stays.isVerified,
    ...(status === undefined
      ? { status: stays.status, suspendedReason: stays.suspendedReason }
      : { status, suspendedReason: suspendedReason ?? null }),
  };
}

function decisionsOf({ isVerified, status, suspendedReason }: DeclaredClient): Decisions {
  return {
    ...(isVerified !== undefined && { isVerified }),
    ...(status !== undefined && { status, suspendedReason: suspendedReason ?? null }),
  };
}

/** What of the rules is stored as it is declared. */
function decisionOf({ pkceRequired, adminScopes, allowedScopes }: ClientRules): ClientDecision {
  return {
    pkceRequired,
    adminScopes: adminScopes && [...adminScopes],
    allowedScopes: allowedScopes && [...allowedScopes],
  };
}
