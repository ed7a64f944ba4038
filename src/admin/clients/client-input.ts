import type { Client } from '../../clients/client.entity.js';
import { metadataOf } from '../../clients/metadata-of-client.js';
import type { FieldFault } from '../../http/problem.js';
import type { ClientMetadataInput, MetadataFault } from '../../protocol/client-metadata.js';
import { isLocalized } from '../../protocol/client-metadata/localized-members.js';
import { APP_KIND_RULES, type AppKind } from '../../protocol/grant-types.js';
import { defaultScopes } from '../../protocol/registration-request.js';
import { OPENID_MEMBERS } from '../../protocol/client-metadata/member-rules.js';
import type { ClientMembers } from './client-members.dto.js';
import type { ClientPatch, NewClient } from './client.dto.js';

/** Members that stand under the same name in the body and in what the validator takes. */
const SAME = [
  ...OPENID_MEMBERS,
  'client_name',
  'client_uri',
  'redirect_uris',
  'grant_types',
  'token_endpoint_auth_method',
] as const;

/** The metadata that a new app is asked for with. */
export function newClientInput(body: NewClient): ClientMetadataInput {
  const { kind, grant_types: asked } = body;
  const grantTypes = asked?.length ? asked : APP_KIND_RULES[kind].defaultGrantTypes;
  const start: ClientMetadataInput = {
    kind,
    client_name: body.client_name,
    redirect_uris: [],
    scope: defaultScopes(kind, grantTypes),
  };
  return merged(start, body);
}

/** The whole of an app's metadata after a change: what is absent stays, what is null goes (RFC 7396). */
export function changedInput(client: Client, patch: ClientPatch): ClientMetadataInput {
  return merged(metadataOf(client), patch);
}

/** Whether the change is about anything that is judged as metadata. */
export function changesMetadata(patch: ClientPatch): boolean {
  const members = [...SAME, 'scope', 'response_types', 'localized', 'allowed_scopes', 'pkce_required'] as const;
  return members.some((member) => valueOf(patch, member) !== undefined);
}

function merged(before: ClientMetadataInput, body: ClientMembers): ClientMetadataInput {
  const given = SAME.map((member) => [member, valueOf(body, member)] as const);
  const all = Object.entries({
    ...before,
    ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
    ...localizedOnly(body.localized),
    ...(body.localized === null && withoutLocalized(before)),
    ...(body.scope !== undefined && { scope: wordsOf(body.scope) }),
  });
  const present = Object.fromEntries(all.filter(([, value]) => value !== null)) as unknown as ClientMetadataInput;
  return { ...present, redirect_uris: present.redirect_uris ?? [] };
}

/** What of the body the validator never sees, because it follows from the rest or would be passed over. */
export function extraFaults(body: ClientMembers, kind: string): FieldFault[] {
  const responseTypes = APP_KIND_RULES[kind as AppKind].usesRedirects ? ['code'] : [];
  const asked = body.response_types;
  const faults: FieldFault[] = Object.keys(body.localized ?? {})
    .filter((name) => !isLocalized(name))
    .map((name) => ({ field: `localized.${name}`, message: 'Write a member and a language, like client_name#de.' }));
  if (asked && JSON.stringify(asked) !== JSON.stringify(responseTypes)) {
    faults.push({ field: 'response_types', message: `Leave it out, or write ${JSON.stringify(responseTypes)}.` });
  }
  return faults;
}

/** Where a fault stands in the body. */
export function fieldFault({ field, item, message }: MetadataFault): FieldFault {
  const place = field.includes('#') ? `localized.${field}` : field;
  return { field: item === undefined || field === 'scope' ? place : `${place}.${item}`, message };
}

function valueOf(body: object, member: string): unknown {
  return Object.hasOwn(body, member) ? (body as Record<string, unknown>)[member] : undefined;
}

function wordsOf(scope: string | null): string[] {
  return (scope ?? '').split(' ').filter((word) => word !== '');
}

function localizedOnly(members: Readonly<Record<string, unknown>> | null = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members ?? {}).filter(([name]) => isLocalized(name)));
}

function withoutLocalized(before: ClientMetadataInput): Record<string, null> {
  return Object.fromEntries(
    Object.keys(before)
      .filter(isLocalized)
      .map((name) => [name, null]),
  );
}
