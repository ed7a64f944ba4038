import { type Acr, ACR_VALUES } from './acr.js';
import { OAuthError } from './oauth-error.js';
import { claimsOf, SCOPES } from './scope.js';

/** How one claim is asked for (OpenID Connect Core §5.5.1). */
export interface RequestedClaim {
  readonly isEssential: boolean;
  /** The values that would do; undefined when any does. */
  readonly values?: readonly unknown[];
}

/** A validated `claims` parameter (OpenID Connect Core §5.5): claims by name, and only those that this server knows. */
export interface ClaimsRequest {
  readonly userinfo: ReadonlyMap<string, RequestedClaim>;
  readonly idToken: ReadonlyMap<string, RequestedClaim>;
}

const MAX_LENGTH = 4_000;
const MAX_CLAIMS = 100;
const MAX_DEPTH = 6;

/** Beside what scopes open, these can be asked for, although they are in every ID token anyway. */
const ALWAYS_THERE = ['sub', 'acr', 'amr', 'auth_time'];
const KNOWN: ReadonlySet<string> = new Set([...ALWAYS_THERE, ...SCOPES.flatMap(({ claims }) => claims)]);

/**
 * Reads the `claims` parameter. Claims and members that are not known are ignored, as §5.5 asks.
 * @throws OAuthError `invalid_request` when it is not what §5.5 describes, or larger than anybody needs
 */
export function parseClaimsRequest(text: string): ClaimsRequest {
  if (text.length > MAX_LENGTH) throw malformed(`is longer than ${MAX_LENGTH} characters`);
  const members = objectOf(parseJson(text), 'must be a JSON object');
  return { userinfo: claimsIn(members, 'userinfo'), idToken: claimsIn(members, 'id_token') };
}

/**
 * The claims that a request with these scopes asks for. The parameter is read even when it means nothing, since silence
 * would hide a mistake, but counts only in an OpenID Connect request. What none of the client's own scopes opens is
 * ignored like a claim that nobody knows: what an app may ask for at most is a matter of its scopes (attack A23).
 * @param registered scopes of the client
 * @throws OAuthError `invalid_request`
 */
export function claimsAskedFor(
  text: string | undefined,
  scopes: readonly string[],
  registered: readonly string[],
): ClaimsRequest | undefined {
  const claims = text === undefined ? undefined : parseClaimsRequest(text);
  if (claims === undefined || !scopes.includes('openid')) return undefined;
  const askable = new Set([...ALWAYS_THERE, ...claimsOf(registered)]);
  return { userinfo: among(askable, claims.userinfo), idToken: among(askable, claims.idToken) };
}

function among(
  askable: ReadonlySet<string>,
  claims: ReadonlyMap<string, RequestedClaim>,
): ReadonlyMap<string, RequestedClaim> {
  return new Map([...claims].filter(([name]) => askable.has(name)));
}

/**
 * The user that the request is about, if it names one (OpenID Connect Core §5.5.1): an answer for anybody else is
 * forbidden. Several values mean any one of them.
 */
export function subjectsAskedFor({ userinfo, idToken }: ClaimsRequest): readonly unknown[] | undefined {
  return idToken.get('sub')?.values ?? userinfo.get('sub')?.values;
}

/**
 * OpenID Connect Core §5.5.1.1: an essential `acr` with values must be one of them, or the authentication has failed.
 * @throws OAuthError `unmet_authentication_requirements` when this server can meet none of them
 */
export function checkAuthenticationClass({ idToken }: ClaimsRequest): void {
  const acr = idToken.get('acr');
  if (acr?.isEssential !== true || acr.values === undefined) return;
  if (acr.values.some((value) => ACR_VALUES.includes(value as Acr))) return;
  throw new OAuthError('unmet_authentication_requirements', 'this server can meet none of the acr values asked for');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OAuthError('invalid_request', 'claims must be a JSON object', { cause });
  }
}

function claimsIn(members: Readonly<Record<string, unknown>>, member: string): ReadonlyMap<string, RequestedClaim> {
  const value = Object.hasOwn(members, member) ? members[member] : null;
  // RFC 8259 leaves open what null means; some libraries send it for "nothing".
  const asked = Object.entries(value === null ? {} : objectOf(value, `must have an object for ${member}`));
  if (asked.length > MAX_CLAIMS) throw malformed(`names more than ${MAX_CLAIMS} claims in ${member}`);
  const claims = asked.map(([name, wish]) => [name, requestedClaim(wish)] as const);
  return new Map(claims.filter(([name]) => KNOWN.has(name)));
}

/** §5.5.1: null, or an object with `essential`, `value`, `values`; "Other members MAY be defined". */
function requestedClaim(wish: unknown): RequestedClaim {
  if (wish === null) return { isEssential: false };
  const asked = objectOf(wish, 'must have null or an object for each claim');
  if (isDeeperThan(asked, MAX_DEPTH)) throw malformed('is nested too deeply');
  const { essential: isEssential = false } = asked;
  if (typeof isEssential !== 'boolean') throw malformed('must have true or false for essential');
  const values = valuesIn(asked);
  return { isEssential, ...(values === undefined ? {} : { values }) };
}

function valuesIn({ value, values }: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  if (values === undefined) return value === undefined ? undefined : [value];
  if (!Array.isArray(values)) throw malformed('must have an array for values');
  return value === undefined ? values : [value, ...(values as unknown[])];
}

function objectOf(value: unknown, fault: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw malformed(fault);
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}

function malformed(fault: string): OAuthError {
  return new OAuthError('invalid_request', `claims ${fault} (OpenID Connect Core section 5.5)`);
}
