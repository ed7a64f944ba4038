import { readCompactJwt } from './compact-jwt.js';
import { invalidClient } from './invalid-client.js';
import {
  ASSERTION_ALGS,
  CLIENT_SIGNING_ALGS,
  type ClientSigningAlg,
  SECRET_ALGS,
  type SecretAlg,
} from './jose-algs.js';
import { type JsonObject, member } from './json-value.js';

/** RFC 7523 §2.2: the one value of `client_assertion_type`. */
export const JWT_BEARER_ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** A JWT by which a client says who it is. Until its signature is checked, it only says so. */
export interface ClientAssertion {
  readonly jwt: string;
  /** OpenID Connect Core §9: the algorithm tells whether the client signs with its own key or with its secret. */
  readonly method: 'private_key_jwt' | 'client_secret_jwt';
  readonly alg: ClientSigningAlg | SecretAlg;
  readonly clientId: string;
  readonly claims: JsonObject;
}

/** What an assertion is compared with. */
export interface AssertionExpectation {
  /** Any of these as its one audience. */
  readonly audiences: readonly string[];
  /** Seconds since the epoch. */
  readonly now: number;
}

/** What makes an assertion one of a kind. */
export interface AssertionId {
  readonly jti: string;
  /** Seconds since the epoch: nobody accepts it any more. */
  readonly usableUntil: number;
}

/** Seconds. Longer-lived ones would fill the list of used ones (attack R20). */
const MAX_LIFETIME = 300;
/** Seconds that the clocks of client and server may differ. */
const SKEW = 30;
const MAX_ID_LENGTH = 512;
const MAX_JTI_LENGTH = 255;
/** RFC 8725 §3.11, lower case: what a client assertion may be called; without a name it is taken for one. */
const TYPES: ReadonlySet<unknown> = new Set([undefined, 'jwt', 'client-authentication+jwt']);

/**
 * Reads an assertion as far as that goes without a key. `kid` finds the key later; `jku`, `x5u`, `jwk` and `x5c` are not
 * believed (RFC 8725 §3.10), so they are not read.
 * @throws OAuthError `invalid_client`
 */
export function readClientAssertion(jwt: string): ClientAssertion {
  const parts = readCompactJwt(jwt);
  if (parts === undefined) throw invalidClient('client_assertion is not a signed JWT in compact form');
  const { header, payload: claims } = parts;
  const { alg, method } = methodOf(header);
  checkHeader(header);
  const [iss, sub] = [member(claims, 'iss'), member(claims, 'sub')];
  // RFC 7523 §3: for client authentication the subject is the client; OpenID Connect Core §9: and so is the issuer.
  if (typeof sub !== 'string' || sub === '' || sub.length > MAX_ID_LENGTH || iss !== sub) {
    throw invalidClient('iss and sub of the client_assertion must both be the client_id');
  }
  return { jwt, method, alg, clientId: sub, claims };
}

function methodOf(header: JsonObject): Pick<ClientAssertion, 'method' | 'alg'> {
  const alg = member(header, 'alg');
  const own = CLIENT_SIGNING_ALGS.find((known) => known === alg);
  if (own !== undefined) return { method: 'private_key_jwt', alg: own };
  const shared = SECRET_ALGS.find((known) => known === alg);
  if (shared !== undefined) return { method: 'client_secret_jwt', alg: shared };
  throw invalidClient(`alg of the client_assertion must be one of ${ASSERTION_ALGS.join(', ')}`);
}

function checkHeader(header: JsonObject): void {
  // RFC 7515 §4.1.11: extensions that the receiver must understand; none is understood here. RFC 7797 §3, RFC 7519 §5.2.
  if (['crit', 'b64', 'cty', 'zip', 'enc'].some((name) => Object.hasOwn(header, name))) {
    throw invalidClient('the header of the client_assertion asks for something that is not supported');
  }
  const [typ, kid] = [member(header, 'typ'), member(header, 'kid')];
  const name = typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : typ;
  if (!TYPES.has(name)) throw invalidClient('typ of the client_assertion must be JWT, or left out');
  if (kid !== undefined && typeof kid !== 'string') throw invalidClient('kid of the client_assertion must be a text');
}

/**
 * Checks what a genuine assertion claims (RFC 7523 §3, OpenID Connect Core §9).
 * @throws OAuthError `invalid_client`
 */
export function checkAssertionClaims(claims: JsonObject, { audiences, now }: AssertionExpectation): AssertionId {
  // One text, also where RFC 7519 §4.1.3 allows a list of one: what is meant for several servers can be used by one of
  // them at another (audience injection, attack A26).
  const aud = member(claims, 'aud');
  if (typeof aud !== 'string' || !audiences.includes(aud)) {
    throw invalidClient('aud of the client_assertion must be the issuer identifier of this server, as a text');
  }
  const exp = timeOf(claims, 'exp');
  if (exp === undefined) throw invalidClient('exp of the client_assertion is missing');
  if (exp <= now - SKEW) throw invalidClient('the client_assertion has expired');
  if (exp > now + MAX_LIFETIME + SKEW) {
    throw invalidClient(`exp of the client_assertion must be at most ${MAX_LIFETIME} seconds ahead`);
  }
  for (const name of ['iat', 'nbf']) {
    if ((timeOf(claims, name) ?? 0) > now + SKEW)
      throw invalidClient(`${name} of the client_assertion is in the future`);
  }
  return { jti: jtiOf(claims), usableUntil: exp + SKEW };
}

/** RFC 7519 §2 NumericDate, and none before the epoch. */
function timeOf(claims: JsonObject, name: string): number | undefined {
  const value = member(claims, name);
  if (value === undefined || (typeof value === 'number' && value >= 0)) return value;
  throw invalidClient(`${name} of the client_assertion must be a number of seconds`);
}

/** OpenID Connect Core §9: "REQUIRED. JWT ID", where RFC 7523 §3 only offers it: without one nothing tells a replay. */
function jtiOf(claims: JsonObject): string {
  const jti = member(claims, 'jti');
  if (typeof jti === 'string' && jti !== '' && jti.length <= MAX_JTI_LENGTH) return jti;
  throw invalidClient(`jti of the client_assertion must be a text of at most ${MAX_JTI_LENGTH} characters`);
}
