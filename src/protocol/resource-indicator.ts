import type { DefinedScopes, Target } from './custom-scope.js';
import { OAuthError } from './oauth-error.js';

export const MAX_IDENTIFIER = 500;
/** RFC 3986 §4.3 in its characters: no fragment, and nothing that needs escaping anywhere. */
const ABSOLUTE_URI = /^[a-z][a-z0-9+.-]*:[\w\-.~:/?[\]@!$&'()*+,;=%]+$/;

/** For which resource server an access token is, and what of the scopes it opens there. */
export interface Aim {
  /** Undefined for this server's own endpoints, such as userinfo. */
  readonly target: Target | undefined;
  readonly scopes: readonly string[];
}

/**
 * RFC 8707 §2: "The value MUST be an absolute URI […] MUST NOT include a fragment component." It names an API by https,
 * by http on one machine, or as a URN; and never this server, however its address is spelled.
 */
export function identifierFault(identifier: string, issuer: string): string | undefined {
  const isUri = identifier.length <= MAX_IDENTIFIER && ABSOLUTE_URI.test(identifier) && URL.canParse(identifier);
  if (!isUri || !isNameOfAnApi(new URL(identifier))) {
    return 'An absolute URI without fragment is needed: https, http on this machine alone, or urn, like https://api.example.com/photos.';
  }
  const [named, ours] = [canonical(identifier), canonical(issuer)];
  const isOurs = named === ours || named.startsWith(`${ours}/`) || named.startsWith(`${ours}?`);
  return isOurs ? "This server's own addresses name this server." : undefined;
}

function isNameOfAnApi(url: URL): boolean {
  const { protocol, hostname } = url;
  return protocol === 'https:' || protocol === 'urn:' || (protocol === 'http:' && isThisMachine(hostname));
}

function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

/** One spelling for all that lead to the same place: case, default ports, dots, escapes, names of this machine. */
function canonical(text: string): string {
  const { protocol, hostname, port, pathname, search } = new URL(text);
  if (hostname === '') return text;
  const host = (isThisMachine(hostname) ? 'localhost' : hostname).replace(/\.$/, '');
  const path = pathname.replaceAll(/%[0-9a-f]{2}/gi, (escape) => String.fromCharCode(parseInt(escape.slice(1), 16)));
  return `${protocol}//${host}:${port}${path.replaceAll(/\/+/g, '/').replace(/\/$/, '').toLowerCase()}${search}`;
}

/**
 * Checks the resource servers that an authorization request names (RFC 8707 §2.1): each must be the one of a scope that is
 * asked for, and the other way round. This server goes by its issuer. Naming none means those of the scopes.
 * @throws OAuthError `invalid_target`
 */
export function checkTargets(
  scopes: readonly string[],
  resources: readonly string[],
  defined: DefinedScopes,
  issuer: string,
): void {
  if (resources.length === 0) return;
  const owners = targetsOf(scopes, defined);
  const known = new Set([issuer, ...owners.keys()]);
  if (!resources.every((resource) => known.has(resource))) throw notATarget();
  const unnamed = [...owners.keys()].find((identifier) => !resources.includes(identifier));
  if (unnamed === undefined) return;
  throw new OAuthError('invalid_target', `name every resource server whose scopes are asked for: ${unnamed} too`);
}

/**
 * Aims an access token at the one resource server that it is for, so that none can use it at another (RFC 8707 §2.2,
 * RFC 9700 §2.3, attack A24). It carries the scopes of that one, and those that belong to none in particular.
 * @param resources what the token request names; nothing means the one that the scopes belong to
 * @throws OAuthError `invalid_target`
 */
export function aim(
  scopes: readonly string[],
  resources: readonly string[],
  defined: DefinedScopes,
  issuer: string,
): Aim {
  const named = new Set(resources);
  const owners = targetsOf(scopes, defined);
  if (named.size > 1) throw new OAuthError('invalid_target', 'name one resource server: a token is for one');
  if (named.size === 0 && owners.size > 1) {
    const names = [...owners.keys()].join(', ');
    throw new OAuthError('invalid_target', `say with resource for which one the token is, of ${names}`);
  }
  const [identifier = owners.keys().next().value ?? issuer] = named;
  const target = owners.get(identifier);
  if (target === undefined && identifier !== issuer) throw notATarget();
  return { target, scopes: scopes.filter((name) => opensAt(target, name, defined)) };
}

/** What this server knows of itself is no other server's business; a scope of no server in particular is everyone's. */
function opensAt(target: Target | undefined, name: string, defined: DefinedScopes): boolean {
  const scope = defined.get(name);
  if (target === undefined) return scope === undefined || scope.target === null;
  return scope !== undefined && (scope.target === null || scope.target.identifier === target.identifier);
}

function targetsOf(scopes: readonly string[], defined: DefinedScopes): ReadonlyMap<string, Target> {
  const targets = scopes.flatMap((name) => defined.get(name)?.target ?? []);
  return new Map(targets.map((target) => [target.identifier, target]));
}

function notATarget(): OAuthError {
  return new OAuthError('invalid_target', 'no resource server of this name takes a token with this scope');
}
