import { claimsOf } from './scope.js';

/** What a grant keeps of a `claims` parameter: the names asked for, and which of them the user allowed one by one. */
export interface GrantedClaims {
  readonly userinfo: readonly string[];
  readonly idToken: readonly string[];
  /** The rest is released only by a token whose scopes open it. */
  readonly allowed: readonly string[];
}

/**
 * The claims that userinfo tells: what the scopes open (OpenID Connect Core §5.4), and what was asked for and allowed
 * beyond them (§5.5). A token that was narrowed to less than `openid` opens nothing beyond its scopes.
 * @param registered scopes of the client now: one that was narrowed since is told less
 */
export function userinfoClaimNames(
  scopes: readonly string[],
  granted: GrantedClaims | null,
  registered: readonly string[],
): ReadonlySet<string> {
  const beyond = scopes.includes('openid') ? granted?.userinfo.filter(isAllowed(granted, registered)) : [];
  return new Set([...claimsOf(scopes), ...(beyond ?? [])]);
}

/**
 * The claims about the user that go into the ID token: only those asked for there. What scopes open is for userinfo,
 * since there is always an access token (OpenID Connect Core §5.4).
 * @param registered scopes of the client now
 */
export function idTokenClaimNames(
  scopes: readonly string[],
  granted: GrantedClaims | null,
  registered: readonly string[],
): readonly string[] {
  if (granted === null) return [];
  const [opened, allowed] = [claimsOf(scopes), isAllowed(granted, registered)];
  return granted.idToken.filter((name) => opened.has(name) || allowed(name));
}

/** By the user, one by one, and the client may still ask for it. */
function isAllowed({ allowed }: GrantedClaims, registered: readonly string[]): (name: string) => boolean {
  const askable = claimsOf(registered);
  return (name) => allowed.includes(name) && askable.has(name);
}
