import { pictureUrl } from '../pictures/picture-url.js';
import { claimsOf } from '../protocol/scope.js';
import type { User } from '../users/user.entity.js';

type Claim = string | number | boolean | undefined;

/** Where each claim of OpenID Connect Core §5.1 comes from. A scope opens claims by name (src/protocol/scope.ts). */
const CLAIMS: Readonly<Record<string, (user: User, issuer: string) => Claim>> = {
  preferred_username: ({ username }) => username,
  picture: ({ picture }, issuer) => (picture === null ? undefined : `${issuer}${pictureUrl(picture)}`),
  birthdate: ({ birthdate }) => birthdate ?? undefined,
  // Seconds since the epoch.
  updated_at: ({ updatedAt }) => Math.floor(updatedAt.getTime() / 1000),
  email: ({ email }) => email,
  email_verified: ({ emailVerifiedAt }) => emailVerifiedAt !== null,
  phone_number: ({ phoneNumber }) => phoneNumber ?? undefined,
  // OpenID Connect Core §5.1: true only when the server took steps to verify it; there are none yet.
  phone_number_verified: ({ phoneNumber }) => (phoneNumber === null ? undefined : false),
};

/**
 * What userinfo says about a user (OpenID Connect Core §5.3.2): `sub` always, the rest by scope. What the user never
 * gave is left out, not null.
 */
export function userinfoClaims(user: User, scopes: readonly string[], issuer: string): Record<string, Claim> {
  const claims = [...claimsOf(scopes)].map((name) => [name, CLAIMS[name]?.(user, issuer)] as const);
  return { sub: user.id, ...Object.fromEntries(claims.filter(([, value]) => value !== undefined)) };
}
