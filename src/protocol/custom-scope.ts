import { OAuthError } from './oauth-error.js';
import { SCOPE_NAMES } from './scope.js';

export const SENSITIVITIES = ['normal', 'sensitive'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

export const MAX_SCOPE_NAME = 100;
/** RFC 6749 §3.3 without the comma: in a list of names there is no telling it from the one between them. */
const NAME = /^[\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]{1,100}$/;
/** Scopes of the admin API, and single claims as consent keeps them (src/protocol/permission.ts). */
const RESERVED = ['admin:', 'claim:'];

/** Where tokens with a scope are used: a resource server (RFC 8707). */
export interface Target {
  /** The audience. */
  readonly identifier: string;
  /** Seconds that access tokens live; null for what the installation gives. */
  readonly accessTokenLifetime: number | null;
  /** The app of the resource server, which may ask what its tokens are worth. */
  readonly clientRowId: string | null;
  readonly createdAt: Date;
}

/** A scope that administrators defined, as the protocol sees it. */
export interface DefinedScope {
  readonly name: string;
  readonly needsUser: boolean;
  readonly isSensitive: boolean;
  readonly descriptions: Readonly<Record<string, string>>;
  /** Null when it belongs to no resource server in particular. */
  readonly target: Target | null;
  readonly createdAt: Date;
}

/** The defined ones among some names; those that are not there do not exist, or are out of use. */
export type DefinedScopes = ReadonlyMap<string, DefinedScope>;

/** What is wrong with the name of a new scope. */
export function scopeNameFault(name: string): string | undefined {
  if (!NAME.test(name)) {
    return `From 1 to ${MAX_SCOPE_NAME} printable ASCII characters without space, comma, quote and backslash.`;
  }
  // In any case: what differs in it alone is read as the other one by people.
  const folded = name.toLowerCase();
  if (SCOPE_NAMES.some((builtIn) => builtIn.toLowerCase() === folded)) return 'This one is built in.';
  const reserved = RESERVED.find((prefix) => folded.startsWith(prefix));
  return reserved === undefined ? undefined : `Names that begin with ${reserved} are the server's own.`;
}

/** Whether administrators can define, and take away, a scope of this name. */
export function isCustomScope(name: string): boolean {
  return !SCOPE_NAMES.includes(name) && !RESERVED.some((prefix) => name.startsWith(prefix));
}

/** Of what was given at some time, what it still stands for: nothing of a scope that is gone, or that came later. */
export function stillDefined(given: readonly string[], since: Date, defined: DefinedScopes): readonly string[] {
  return given.filter((name) => {
    if (!isCustomScope(name)) return true;
    const scope = defined.get(name);
    return scope !== undefined && scope.createdAt <= since;
  });
}

/**
 * Whether apps that register themselves, and owners of apps, may choose it: a person is asked, and nothing of it is
 * sensitive. Any other one is allowed by who administers the installation.
 */
export function isOpenToOwners({ needsUser, isSensitive }: DefinedScope): boolean {
  return needsUser && !isSensitive;
}

/** @throws OAuthError `invalid_scope` */
export function requireDefined(scopes: readonly string[], defined: DefinedScopes): void {
  const gone = scopes.find((name) => isCustomScope(name) && !defined.has(name));
  if (gone !== undefined) throw new OAuthError('invalid_scope', `scope '${gone}' is not in use`);
}
