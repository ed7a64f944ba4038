import type { Client } from '../clients/client.entity.js';
import type { AppFormView, Choice, RedirectUriFaultView } from '../pages/app-form/app-form.page.js';
import type { ClientMetadataInput, MetadataFault } from '../protocol/client-metadata.js';
import { APP_KIND_RULES, type AppKind } from '../protocol/grant-types.js';
import { SCOPES } from '../protocol/scope.js';
import type { AppForm } from './app-form.dto.js';

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

/** The metadata that a filled form asks for. */
export function metadataOfForm(kind: AppKind, form: AppForm): ClientMetadataInput {
  const { client_name = '', client_uri, redirect_uris = '', grant_types, scope, token_endpoint_auth_method } = form;
  // A kind's first grant type is ticked for good, and browsers do not send such a box.
  const [fixed = 'authorization_code'] = APP_KIND_RULES[kind].grantTypes;
  return {
    kind,
    client_name,
    redirect_uris: redirect_uris
      .split(/[\r\n]+/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
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

/** The form as it is shown, first or again. */
export function appFormView(
  frame: FormFrame,
  metadata: ClientMetadataInput,
  { faults, errors = {} }: FormFaults = { faults: [] },
): AppFormView {
  const rules = APP_KIND_RULES[metadata.kind as AppKind];
  return {
    ...frame,
    kind: metadata.kind,
    form: {
      values: {
        client_name: metadata.client_name,
        client_uri: metadata.client_uri ?? '',
        redirect_uris: metadata.redirect_uris.join('\n'),
      },
      errors: { ...errorsOf(faults), ...errors },
    },
    redirectUriFaults: faults.flatMap((fault) => redirectUriFault(fault, metadata.redirect_uris)),
    usesRedirects: rules.usesRedirects,
    scopes: rules.usesRedirects
      ? choices(
          SCOPES.map(({ name }) => name),
          metadata.scope,
        )
      : [],
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
