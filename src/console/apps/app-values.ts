import type { FormContent } from '../../http/page-form.js';
import { isObject, type JsonObject } from '../../protocol/json-value.js';
import type { App } from './app-views.js';

/** Members with a field of their own: one text, or one value per line. */
const TEXTS = ['client_name', 'client_uri', 'logo_uri', 'policy_uri', 'tos_uri', 'jwks_uri', 'scope'] as const;
const LISTS = ['redirect_uris', 'post_logout_redirect_uris', 'contacts'] as const;
/** Members with ticks. */
export const TICKED = ['grant_types', 'admin_scopes'] as const;

/** Those that are no member of a registration, or follow from others. */
const NOT_REGISTERED = [
  'client_id',
  'kind',
  'owner',
  'registered_by',
  'status',
  'suspended_reason',
  'is_verified',
  'created_at',
  'updated_at',
  'response_types',
  'logo_url',
  'allowed_scopes',
  'pkce_required',
  'token_endpoint_auth_method',
];
const OWN_FIELD = new Set<string>([...TEXTS, ...LISTS, ...TICKED, ...NOT_REGISTERED]);

/** The members of an app that have no field of their own, by name. */
export function moreMembers(app: App): JsonObject {
  const { localized } = app;
  const more = Object.entries(app).filter(([name]) => !OWN_FIELD.has(name) && name !== 'localized');
  return { ...Object.fromEntries(more), ...(Object.keys(localized).length > 0 && { localized }) };
}

/** What the fields of the form hold for an app. */
export function valuesOf(app: App): Record<string, string> {
  const members = app as unknown as JsonObject;
  const text = (name: string) => (typeof members[name] === 'string' ? members[name] : '');
  const lines = (name: string) => (Array.isArray(members[name]) ? members[name].join('\n') : '');
  const more = moreMembers(app);
  return {
    ...Object.fromEntries(TEXTS.map((name) => [name, text(name)])),
    ...Object.fromEntries([...LISTS, ...TICKED].map((name) => [name, lines(name)])),
    token_endpoint_auth_method: app.token_endpoint_auth_method,
    allowed_scopes: (app.allowed_scopes ?? []).join(' '),
    pkce_required: app.pkce_required ? 'on' : '',
    more: Object.keys(more).length === 0 ? '' : JSON.stringify(more, null, 2),
  };
}

/** What was typed, for showing the form again. */
export function typedValues({ fields, lists }: FormContent): Record<string, string> {
  return { ...fields, ...Object.fromEntries(TICKED.map((name) => [name, (lists[name] ?? []).join('\n')])) };
}

/**
 * The members that a form asks for; what was emptied is null.
 * @param before the app as it is, for a change
 * @param isOwner whether the form asks for rights of the admin API
 * @returns undefined when the further members are no JSON object
 */
export function membersOf(
  { fields, lists }: FormContent,
  { before, isOwner }: { readonly before?: App; readonly isOwner: boolean },
): JsonObject | undefined {
  const more = parsedMore(fields['more'] ?? '');
  if (more === undefined) return undefined;
  const gone = before === undefined ? [] : Object.keys(moreMembers(before)).filter((name) => !(name in more));
  return {
    ...Object.fromEntries(TEXTS.map((name) => [name, filled(fields[name])])),
    ...Object.fromEntries(LISTS.map((name) => [name, filledLines(fields[name])])),
    token_endpoint_auth_method: filled(fields['token_endpoint_auth_method']),
    allowed_scopes: filled(fields['allowed_scopes'])?.split(/\s+/) ?? null,
    pkce_required: fields['pkce_required'] === 'on',
    grant_types: lists['grant_types'] ?? [],
    ...(isOwner && { admin_scopes: lists['admin_scopes'] ?? [] }),
    ...Object.fromEntries(gone.map((name) => [name, null])),
    ...more,
  };
}

function filled(value = ''): string | null {
  return value.trim() === '' ? null : value.trim();
}

function filledLines(value = ''): string[] | null {
  const lines = value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length === 0 ? null : lines;
}

function parsedMore(text: string): JsonObject | undefined {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
