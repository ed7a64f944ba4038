import type { Client } from '../clients/client.entity.js';
import type { AppFormView, Choice, RedirectUriFaultView } from '../pages/app-form/app-form.page.js';
import type { ClientMetadataInput, MetadataFault } from '../protocol/client-metadata.js';
import { APP_KIND_RULES, type AppKind } from '../protocol/grant-types.js';
import { SIGNING_ALGS } from '../protocol/jose-algs.js';
import { SCOPE_NAMES } from '../protocol/scope.js';
import { ADVANCED_FIELDS, advancedMembers, advancedValues, linesOf } from './advanced-form.js';
import type { AppForm } from './app-form.dto.js';

const BASE_FIELDS = [
  'client_name',
  'client_uri',
  'redirect_uris',
  'scope',
  'grant_types',
  'token_endpoint_auth_method',
];

/** What most apps begin with: who is it, and how to reach them. */
const USUAL_SCOPES = ['openid', 'profile', 'email'];

/** The documented token request carries the secret in its body, and most libraries do so by themselves. */
const USUAL_AUTH_METHOD = 'client_secret_post';

/** What the form of a new app of this kind begins with. */
export function newApp(kind: AppKind): ClientMetadataInput {
  const { usesRedirects, authMethods, defaultGrantTypes } = APP_KIND_RULES[kind];
  const authMethod = authMethods.find((method) => method === USUAL_AUTH_METHOD) ?? authMethods[0];
  return {
    kind,
    client_name: '',
    redirect_uris: [],
    grant_types: defaultGrantTypes,
    ...(authMethod === undefined ? {} : { token_endpoint_auth_method: authMethod }),
    scope: usesRedirects ? USUAL_SCOPES : [],
  };
}

/**
 * The metadata that a filled form asks for.
 * @param before of the app that is changed: what the form has no field for stays
 */
export function metadataOfForm(kind: AppKind, form: AppForm, before?: ClientMetadataInput): ClientMetadataInput {
  const { client_name = '', client_uri, redirect_uris = '', grant_types, scope, token_endpoint_auth_method } = form;
  // A kind's first grant type is ticked for good, and browsers do not send such a box.
  const [fixed = 'authorization_code'] = APP_KIND_RULES[kind].grantTypes;
  const { client_uri: _, ...kept } = before ?? {};
  return {
    ...kept,
    ...advancedMembers(form),
    kind,
    client_name,
    redirect_uris: linesOf(redirect_uris),
    grant_types: [fixed, ...grant_types.filter((grantType) => grantType !== fixed)],
    scope,
    ...(client_uri === undefined ? {} : { client_uri: client_uri.trim() }),
    ...(token_endpoint_auth_method === undefined ? {} : { token_endpoint_auth_method }),
  };
}

/** What is wrong with a form: faults of the metadata, and sentences about fields that are not part of it. */
export interface FormFaults {
  readonly faults: readonly MetadataFault[];
  readonly errors?: Readonly<Record<string, string>>;
}

type FormFrame = Pick<AppFormView, 'actionUrl' | 'cancelUrl' | 'formId' | 'clientName' | 'logoUrl'>;

/**
 * The form as it is shown, first or again.
 * @param custom scopes that administrators defined; a machine sees only what it has of them
 */
export function appFormView(
  frame: FormFrame,
  metadata: ClientMetadataInput,
  custom: readonly Choice[],
  { faults, errors = {} }: FormFaults = { faults: [] },
): AppFormView {
  const rules = APP_KIND_RULES[metadata.kind as AppKind];
  const wrong = faults.map(({ field }) => field);
  return {
    ...frame,
    kind: metadata.kind,
    form: {
      values: {
        client_name: metadata.client_name,
        client_uri: metadata.client_uri ?? '',
        redirect_uris: metadata.redirect_uris.join('\n'),
        ...advancedValues(metadata, wrong),
      },
      errors: { ...errorsOf(faults.filter(hasField)), ...errors },
      ...summaryOf(faults.filter((fault) => !hasField(fault))),
    },
    isAdvancedOpen: ADVANCED_FIELDS.some((field) => wrong.includes(field)),
    signingAlgs: SIGNING_ALGS.map((value) => ({ value, label: value })),
    redirectUriFaults: faults.flatMap((fault) => redirectUriFault(fault, metadata.redirect_uris)),
    usesRedirects: rules.usesRedirects,
    scopes: [
      ...(rules.usesRedirects ? choices(SCOPE_NAMES, metadata.scope) : []),
      ...custom.filter(({ isTicked }) => rules.usesRedirects || isTicked),
    ],
    grantTypes: choices(rules.grantTypes, metadata.grant_types ?? [], rules.grantTypes[0]),
    authMethods:
      rules.authMethods.length > 1 ? choices(rules.authMethods, [metadata.token_endpoint_auth_method ?? '']) : [],
  };
}

/** The frame of the form that changes an app. */
export function editFrame(client: Client, logoUrl: string | undefined): FormFrame {
  return {
    actionUrl: `/apps/${client.id}/edit`,
    cancelUrl: `/apps/${client.id}`,
    formId: '',
    clientName: client.clientName,
    ...(logoUrl === undefined ? {} : { logoUrl }),
  };
}

/** Members that the form has a field for; the others were registered by the app itself, or on the command line. */
function hasField({ field }: MetadataFault): boolean {
  return ([...BASE_FIELDS, ...ADVANCED_FIELDS] as readonly string[]).includes(field);
}

/** What is wrong with the others, above the form. */
function summaryOf(faults: readonly MetadataFault[]): { readonly summary?: string } {
  if (faults.length === 0) return {};
  return { summary: faults.map(({ field, message }) => `${field}: ${message}`).join(' ') };
}

/** The first sentence about each field. */
function errorsOf(faults: readonly MetadataFault[]): Record<string, string> {
  return Object.fromEntries(faults.toReversed().map(({ field, message }) => [field, message]));
}

/** A callback URL cut around its wrong characters; a fault of the whole list has none. */
function redirectUriFault(
  { field, item, index = 0, length = 0, message }: MetadataFault,
  uris: readonly string[],
): RedirectUriFaultView[] {
  const uri = field === 'redirect_uris' && item !== undefined ? uris[item] : undefined;
  if (uri === undefined) return [];
  const end = index + length;
  return [{ before: uri.slice(0, index), wrong: uri.slice(index, end), after: uri.slice(end), message }];
}

function choices(all: readonly string[], ticked: readonly string[], fixed?: string): Choice[] {
  return all.map((value) => ({ value, isTicked: ticked.includes(value), isFixed: value === fixed }));
}
