import type { ClientMetadataInput } from './client-metadata/metadata-input.js';
import { pickOpenIdMembers } from './client-metadata/pick-members.js';
import { APP_KIND_RULES, type AppKind } from './grant-types.js';
import { type JsonObject, member } from './json-value.js';
import { OAuthError } from './oauth-error.js';
import { parseScope, SCOPES } from './scope.js';
import { isClaimedHttps } from './redirect-uri.js';

const UNNAMED = 'Unnamed app';

/**
 * The metadata that a registration document asks for (RFC 7591 §2), with the standard's defaults, in the words of the
 * one validator. Types of values are judged here, the values there.
 * @param allowedScopes what an app gets that asks for no scope, as far as its kind has a use for it
 * @throws OAuthError `invalid_client_metadata`, `invalid_redirect_uri`, `unapproved_software_statement`
 */
export function registrationInput(document: JsonObject, allowedScopes: readonly string[]): ClientMetadataInput {
  refuseSoftwareStatement(document);
  const redirectUris = texts(document, 'redirect_uris') ?? [];
  const grantTypes = grantTypesOf(document);
  const applicationType = applicationTypeOf(document, redirectUris);
  const authMethod =
    text(document, 'token_endpoint_auth_method') ?? (applicationType === 'native' ? 'none' : 'client_secret_basic');
  checkNativeIsPublic(applicationType, authMethod);
  checkResponseTypes(document, grantTypes);
  const kind = kindOf(applicationType, authMethod, grantTypes);
  const clientUri = text(document, 'client_uri');
  return {
    ...pickOpenIdMembers(document),
    ...(applicationType !== undefined && { application_type: applicationType }),
    kind,
    client_name: text(document, 'client_name') ?? nameOf(redirectUris),
    ...(clientUri !== undefined && { client_uri: clientUri }),
    redirect_uris: redirectUris,
    grant_types: grantTypes,
    token_endpoint_auth_method: authMethod,
    scope: scopeOf(document, { kind, grantTypes, allowedScopes }),
  };
}

/** RFC 7591 §3.2.2; this server knows no issuer of software statements, and what one says must not be passed over. */
function refuseSoftwareStatement(document: JsonObject): void {
  const statement = member(document, 'software_statement');
  if (statement === undefined) return;
  if (typeof statement !== 'string') {
    throw new OAuthError('invalid_software_statement', 'software_statement is no text');
  }
  const description =
    'this server accepts no software statements: send the metadata itself, without software_statement';
  throw new OAuthError('unapproved_software_statement', description);
}

/** RFC 7591 §2: "If omitted, the default behavior is that the client will use only the authorization_code Grant Type." */
function grantTypesOf(document: JsonObject): readonly string[] {
  const asked = texts(document, 'grant_types') ?? [];
  return asked.length === 0 ? ['authorization_code'] : asked;
}

/**
 * OpenID Connect Registration §2: "The default, if omitted, is web." An app that says nothing, and whose callback URLs
 * only a program on a device could receive, is native: many of those do not know this member.
 */
function applicationTypeOf(document: JsonObject, redirectUris: readonly string[]): string | undefined {
  const asked = text(document, 'application_type');
  if (asked !== undefined || redirectUris.length === 0) return asked;
  const isPublic = member(document, 'token_endpoint_auth_method') === 'none';
  return isPublic && !redirectUris.some(isClaimedHttps) ? 'native' : undefined;
}

/** RFC 8252 §8.4: a secret that is in every copy of a native app is none. */
function checkNativeIsPublic(applicationType: string | undefined, authMethod: string): void {
  if (applicationType !== 'native' || authMethod === 'none') return;
  const description = "token_endpoint_auth_method: write 'none', a native app cannot keep a secret";
  throw new OAuthError('invalid_client_metadata', description);
}

/** RFC 7591 §2.1: authorization_code and the response type code go together; client_credentials needs none. */
function checkResponseTypes(document: JsonObject, grantTypes: readonly string[]): void {
  const asked = texts(document, 'response_types');
  if (asked === undefined) return;
  const usesCode = grantTypes.includes('authorization_code');
  const fits = usesCode ? asked.length === 1 && asked[0] === 'code' : asked.length === 0;
  if (fits) return;
  const advice = usesCode ? "write ['code'], this server has no other" : 'leave it out, these grant types use none';
  throw new OAuthError('invalid_client_metadata', `response_types: ${advice}`);
}

function kindOf(applicationType: string | undefined, authMethod: string, grantTypes: readonly string[]): AppKind {
  if (authMethod === 'none') return applicationType === 'native' ? 'native' : 'browser';
  return grantTypes.every((grantType) => grantType === 'client_credentials') ? 'machine' : 'server';
}

interface ScopeContext {
  readonly kind: AppKind;
  readonly grantTypes: readonly string[];
  readonly allowedScopes: readonly string[];
}

/** RFC 7591 §2 `scope`: "If omitted, an authorization server MAY register a client with a default set of scopes." */
function scopeOf(document: JsonObject, { kind, grantTypes, allowedScopes }: ScopeContext): readonly string[] {
  const asked = text(document, 'scope');
  if (asked === undefined) return defaultScopes(kind, grantTypes).filter((scope) => allowedScopes.includes(scope));
  try {
    return parseScope(asked);
  } catch (cause) {
    throw new OAuthError('invalid_client_metadata', 'scope: write names with single spaces between them', { cause });
  }
}

/** What an app gets that asks for no scope: everything that its kind has a use for. */
export function defaultScopes(kind: AppKind, grantTypes: readonly string[]): readonly string[] {
  const names = SCOPES.filter(({ needsUser }) => !needsUser || APP_KIND_RULES[kind].usesRedirects).map(
    ({ name }) => name,
  );
  return grantTypes.includes('refresh_token') ? names : names.filter((name) => name !== 'offline_access');
}

/** A name that says nothing untrue: where the app is. */
function nameOf([redirectUri]: readonly string[]): string {
  const host = redirectUri !== undefined && URL.canParse(redirectUri) ? new URL(redirectUri).hostname : '';
  return host === '' ? UNNAMED : host.slice(0, 100);
}

function text(document: JsonObject, name: string): string | undefined {
  const value = member(document, name);
  if (value === undefined || typeof value === 'string') return value;
  throw new OAuthError('invalid_client_metadata', `${name}: write a text`);
}

function texts(document: JsonObject, name: string): readonly string[] | undefined {
  const value = member(document, name);
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  const code = name === 'redirect_uris' ? 'invalid_redirect_uri' : 'invalid_client_metadata';
  throw new OAuthError(code, `${name}: write a list of texts`);
}
