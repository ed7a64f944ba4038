import { OAuthError } from './oauth-error.js';

export interface ScopeDefinition {
  readonly name: string;
  /** The userinfo claims that it opens (OpenID Connect Core §5.4). */
  readonly claims: readonly string[];
  /** Only a user can allow it: meaningless for client credentials. */
  readonly needsUser: boolean;
}

/** OpenID Connect Core §5.4: what `profile` stands for. */
const PROFILE_CLAIMS = [
  'name',
  'family_name',
  'given_name',
  'middle_name',
  'nickname',
  'preferred_username',
  'profile',
  'picture',
  'website',
  'gender',
  'birthdate',
  'zoneinfo',
  'locale',
  'updated_at',
] as const;

/** Everything that can be asked for. Consent page, metadata, userinfo and registration read this list. */
export const SCOPES: readonly ScopeDefinition[] = [
  // OpenID Connect Core §3.1.2.1: signing in itself. It opens `sub`, which userinfo always tells.
  { name: 'openid', claims: [], needsUser: true },
  { name: 'profile', claims: PROFILE_CLAIMS, needsUser: true },
  { name: 'email', claims: ['email', 'email_verified'], needsUser: true },
  { name: 'phone', claims: ['phone_number', 'phone_number_verified'], needsUser: true },
  { name: 'address', claims: ['address'], needsUser: true },
  // OpenID Connect Core §11.
  { name: 'offline_access', claims: [], needsUser: true },
];

export const SCOPE_NAMES: readonly string[] = SCOPES.map(({ name }) => name);

const MAX_TOKENS = 50;
const MAX_LENGTH = 1_000;
/** RFC 6749 §3.3: `scope-token = 1*( %x21 / %x23-5B / %x5D-7E )`. */
const SCOPE_TOKEN = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

/**
 * Splits a `scope` parameter at its spaces; repeats count once, order is kept.
 * @throws OAuthError `invalid_scope`
 */
export function parseScope(scope: string | undefined): readonly string[] {
  if (scope === undefined) return [];
  if (scope.length > MAX_LENGTH) throw new OAuthError('invalid_scope', 'scope is too long');
  const tokens = [...new Set(scope.split(' ').filter((token) => token !== ''))];
  if (tokens.length > MAX_TOKENS) throw new OAuthError('invalid_scope', 'scope has too many values');
  if (!tokens.every((token) => SCOPE_TOKEN.test(token))) {
    throw new OAuthError('invalid_scope', 'scope contains a character that RFC 6749 section 3.3 does not allow');
  }
  return tokens;
}

/**
 * Narrows what was granted to what is asked for now. Nothing asked means everything (RFC 6749 §6).
 * @throws OAuthError `invalid_scope` when more is asked for than was granted
 */
export function narrowScope(requested: readonly string[], granted: readonly string[]): readonly string[] {
  if (requested.length === 0) return granted;
  const excess = requested.find((token) => !granted.includes(token));
  if (excess !== undefined) throw new OAuthError('invalid_scope', `scope '${excess}' was not granted`);
  return requested;
}

/** The userinfo claims that the scopes open. */
export function claimsOf(scopes: readonly string[]): ReadonlySet<string> {
  return new Set(SCOPES.filter(({ name }) => scopes.includes(name)).flatMap(({ claims }) => claims));
}
