import type { ClaimsRequest } from './claims-request.js';
import type { GrantedClaims } from './granted-claims.js';
import { claimsOf, SCOPES } from './scope.js';

/*
 * What a user can allow an app: a scope, or a single claim that no asked-for scope opens. Consent asks, remembers and
 * refuses both alike; a claim is written `claim:<name>`, which no scope is called. See docs/adr/0032.
 */

interface Asked {
  readonly scopes: readonly string[];
  readonly claims?: ClaimsRequest;
}

const PREFIX = 'claim:';

/** Whether an address or number was verified is no secret of its own. */
const TOLD_WITH: Readonly<Record<string, string>> = {
  email_verified: 'email',
  phone_number_verified: 'phone_number',
};

/** Every claim about a user that can be asked for by itself. */
export const USER_CLAIMS: ReadonlySet<string> = new Set(SCOPES.flatMap(({ claims }) => claims));

/** The claim that a permission is for; undefined for a scope. */
export function claimOfPermission(permission: string): string | undefined {
  return permission.startsWith(PREFIX) ? permission.slice(PREFIX.length) : undefined;
}

/** Everything that the user is asked for: the scopes, and the claims that none of them opens. */
export function askedPermissions({ scopes, claims }: Asked): readonly string[] {
  const opened = claimsOf(scopes);
  const beyond = userClaimsIn(claims).filter((name) => !opened.has(name));
  return [...scopes, ...new Set(beyond.map(permissionOf))];
}

/** The scopes among the permissions. */
export function scopesIn(permissions: readonly string[]): readonly string[] {
  return permissions.filter((permission) => claimOfPermission(permission) === undefined);
}

/** What a grant keeps of the claims request when the user has given these permissions. */
export function grantedClaims({ claims }: Asked, permissions: readonly string[]): GrantedClaims | null {
  if (claims === undefined) return null;
  return {
    userinfo: userClaims(claims.userinfo.keys()),
    idToken: userClaims(claims.idToken.keys()),
    allowed: userClaimsIn(claims).filter((name) => permissions.includes(permissionOf(name))),
  };
}

function userClaimsIn(claims: ClaimsRequest | undefined): readonly string[] {
  return claims === undefined ? [] : userClaims([...claims.userinfo.keys(), ...claims.idToken.keys()]);
}

function userClaims(names: Iterable<string>): readonly string[] {
  return [...new Set(names)].filter((name) => USER_CLAIMS.has(name));
}

function permissionOf(claim: string): string {
  return PREFIX + (TOLD_WITH[claim] ?? claim);
}
