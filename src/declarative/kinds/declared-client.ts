import { ADMIN_SCOPES, isAdminScope } from '../../protocol/admin-scope.js';
import type { ClientMetadataInput } from '../../protocol/client-metadata.js';
import { OPENID_MEMBERS } from '../../protocol/client-metadata/member-rules.js';
import { pickOpenIdMembers } from '../../protocol/client-metadata/pick-members.js';
import { isObject, type JsonObject, member } from '../../protocol/json-value.js';
import type { Fault } from '../kind.js';
import { readReference, type SecretReference } from '../secret-reference.js';

/** An app as it is declared. Types are judged, values not yet. */
export interface DeclaredClient {
  readonly input: ClientMetadataInput;
  readonly pkceRequired: boolean;
  readonly adminScopes: readonly string[] | null;
  readonly allowedScopes: readonly string[] | null;
  /** Undefined: left to whoever administers. */
  readonly isVerified: boolean | undefined;
  readonly status: 'active' | 'suspended' | undefined;
  readonly suspendedReason: string | undefined;
  readonly secret: SecretReference | undefined;
}

const TEXTS = [
  'kind',
  'client_name',
  'client_uri',
  'token_endpoint_auth_method',
  'status',
  'suspended_reason',
] as const;
const LISTS = ['redirect_uris', 'grant_types', 'scope', 'admin_scopes', 'allowed_scopes'] as const;
const FLAGS = ['pkce_required', 'is_verified'] as const;
const KNOWN = new Set<string>([...TEXTS, ...LISTS, ...FLAGS, 'client_secret', ...OPENID_MEMBERS]);

/** Reads a declaration. @returns what it declares, or every fault of its form */
export function readDeclaredClient(declared: unknown): DeclaredClient | readonly Fault[] {
  if (!isObject(declared)) return [{ path: [], message: 'Write a map, like `client_name: Acme Photos`.' }];
  const faults = [...unknownMembers(declared), ...formFaults(declared), ...ruleFaults(declared)];
  const given = member(declared, 'client_secret');
  const secret = given === undefined ? undefined : readReference(given);
  if (typeof secret === 'string') faults.push({ path: ['client_secret'], message: secret });
  if (faults.length > 0) return faults;
  return {
    input: inputOf(declared),
    pkceRequired: declared['pkce_required'] !== false,
    adminScopes: listOf(declared, 'admin_scopes'),
    allowedScopes: listOf(declared, 'allowed_scopes'),
    isVerified: member(declared, 'is_verified') as boolean | undefined,
    status: member(declared, 'status') as DeclaredClient['status'],
    suspendedReason: member(declared, 'suspended_reason') as string | undefined,
    secret: secret as SecretReference | undefined,
  };
}

function inputOf(declared: JsonObject): ClientMetadataInput {
  const text = (name: string) => member(declared, name) as string | undefined;
  const [clientUri, method] = [text('client_uri'), text('token_endpoint_auth_method')];
  return {
    ...pickOpenIdMembers(declared),
    kind: text('kind') ?? '',
    client_name: text('client_name') ?? '',
    ...(clientUri !== undefined && { client_uri: clientUri }),
    redirect_uris: listOf(declared, 'redirect_uris') ?? [],
    grant_types: listOf(declared, 'grant_types') ?? [],
    ...(method !== undefined && { token_endpoint_auth_method: method }),
    scope: listOf(declared, 'scope') ?? [],
  };
}

function unknownMembers(declared: JsonObject): Fault[] {
  return Object.keys(declared)
    .filter((name) => !KNOWN.has(name) && !name.includes('#'))
    .map((name) => ({ path: [name], message: 'This key is unknown. docs/declarative.md lists those of an app.' }));
}

function formFaults(declared: JsonObject): Fault[] {
  const wrong = (names: readonly string[], isRight: (value: unknown) => boolean, message: string) =>
    names
      .filter((name) => member(declared, name) !== undefined && !isRight(declared[name]))
      .map((name) => ({ path: [name], message }));
  return [
    ...wrong(TEXTS, (value) => typeof value === 'string', 'Write a text.'),
    ...wrong(LISTS, isTexts, 'Write a list of texts.'),
    ...wrong(FLAGS, (value) => typeof value === 'boolean', 'Write true or false.'),
  ];
}

function ruleFaults(declared: JsonObject): Fault[] {
  const rights = listOf(declared, 'admin_scopes') ?? [];
  const unknown = rights.flatMap((scope, position) => (isAdminScope(scope) ? [] : [position]));
  return [
    ...statusFaults(member(declared, 'status'), member(declared, 'suspended_reason')),
    ...unknown.map((position) => ({
      path: ['admin_scopes', position],
      message: `Choose from ${ADMIN_SCOPES.join(', ')}.`,
    })),
  ];
}

function statusFaults(status: unknown, reason: unknown): Fault[] {
  if (status !== undefined && status !== 'active' && status !== 'suspended') {
    return [{ path: ['status'], message: 'Choose one of active, suspended.' }];
  }
  const isReason = typeof reason === 'string' && reason.length > 0 && reason.length <= 500;
  if (status === 'suspended' ? isReason : reason === undefined) return [];
  return [{ path: [reason === undefined ? 'status' : 'suspended_reason'], message: SUSPENSION }];
}

const SUSPENSION = 'A suspended app has a suspended_reason of 1 to 500 characters; any other has none.';

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** An empty list says the same as none. */
function listOf(declared: JsonObject, name: string): readonly string[] | null {
  const value = member(declared, name);
  return isTexts(value) && (value as string[]).length > 0 ? (value as string[]) : null;
}
