import { KNOWN_PARAMETERS } from './authorization-request/known-parameters.js';
import { CLIENT_SIGNING_ALGS } from './jose-algs.js';
import { OAuthError } from './oauth-error.js';
import type { OpenIdClientMetadata } from './openid-client-metadata.js';
import type { ParsedParams, Params } from './params.js';
import { hasRepeatedMembers } from './repeated-members.js';

/*
 * Request objects: authorization requests that the client has signed (OpenID Connect Core §6, RFC 9101). What decides
 * between the two standards is whether the request says `openid` outside of the object. See docs/adr/0033.
 */

/** Longer ones are not looked at. */
export const MAX_REQUEST_OBJECT = 32_768;

/** RFC 9101 §10.8: what a JWT of a client is for; OpenID Connect has none, and other kinds must not pass for one. */
const TYPE = /^(?:application\/)?(?:oauth-authz-req\+)?jwt$/i;

/** Seconds that the client's clock may be ahead. */
const MAX_SKEW = 60;

/** A verified request object, as it was signed. */
export interface RequestObject {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface RequestObjectContext {
  readonly clientId: string;
  readonly issuer: string;
  readonly now: Date;
}

/** RFC 9101 §4, OpenID Connect Registration §2 `request_object_signing_alg`: never what a secret could make. */
export function requestObjectAlgs({ request_object_signing_alg: only }: OpenIdClientMetadata): string[] {
  return only === undefined ? [...CLIENT_SIGNING_ALGS] : [only];
}

/** An unsecured JWT (RFC 7519 §6): two parts, and an empty signature. */
const UNSECURED = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.$/;

/**
 * Whether this request may come in an object that nobody signed. OpenID Connect Core §6.1: it "MAY be … unsecured",
 * unless the client registered an algorithm (Registration §2). RFC 9101 §4 wants every one signed. It counts for no more
 * than the same parameters in the URL would.
 */
export function mayBeUnsigned(
  outer: ParsedParams,
  { request_object_signing_alg: only }: OpenIdClientMetadata,
): boolean {
  return only === undefined && isOpenIdRequest(outer.values);
}

/**
 * The parts of an object that says itself that nobody signed it; undefined for any other.
 * @throws OAuthError `invalid_request_object`
 */
export function readUnsignedRequestObject(jwt: string): RequestObject | undefined {
  const [, header, payload] = UNSECURED.exec(jwt) ?? [];
  if (header === undefined || payload === undefined) return undefined;
  const object = { header: objectIn(bytesOf(header)), claims: objectIn(bytesOf(payload)) };
  return object.header['alg'] === 'none' ? object : undefined;
}

function bytesOf(base64url: string): Buffer {
  return Buffer.from(base64url, 'base64url');
}

/**
 * The parts of a JWS whose signature was verified.
 * @throws OAuthError `invalid_request_object` when they are no JSON objects, or could be read in two ways
 */
export function readRequestObject(jws: string, payload: Uint8Array): RequestObject {
  const [header = ''] = jws.split('.', 1);
  return { header: objectIn(bytesOf(header)), claims: objectIn(payload) };
}

function objectIn(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && !hasRepeatedMembers(json)) {
      return value as Record<string, unknown>;
    }
  } catch (cause) {
    throw faulty('is not JSON', cause);
  }
  throw faulty('is no JSON object with members that stand once');
}

/** Whether an authorization request brings a request object, in itself or by reference. */
export function hasRequestObject({ request, request_uri: requestUri }: Params): boolean {
  return request !== undefined || requestUri !== undefined;
}

/**
 * What a request object must be beside rightly signed: made by this client, for this server, for now.
 * @throws OAuthError `invalid_request_object`
 */
export function checkRequestObject({ header, claims }: RequestObject, context: RequestObjectContext): void {
  checkHeader(header);
  // OpenID Connect Core §6.1: "request and request_uri parameters MUST NOT be included in Request Objects".
  if ('request' in claims || 'request_uri' in claims) throw faulty('contains another one');
  const { iss, aud } = claims;
  if (iss !== undefined && iss !== context.clientId) throw faulty('has another iss than the client_id');
  // RFC 9101 §4 and OpenID Connect Core §6.1: SHOULD be there; naming somebody else, it was meant for them.
  if (aud !== undefined && ![aud].flat().includes(context.issuer)) throw faulty('has an aud without this issuer');
  checkTimes(claims, context.now.getTime() / 1000);
}

function checkHeader({ typ, crit }: RequestObject['header']): void {
  if (typ !== undefined && !(typeof typ === 'string' && TYPE.test(typ))) throw faulty('has another typ');
  // RFC 7515 §4.1.11: what must be understood is nothing that this server knows.
  if (crit !== undefined) throw faulty('has a crit header');
}

/**
 * The request as it counts. OpenID Connect Core §6.1: both are merged, and what is in the object wins. Without `openid`
 * outside it is a request of RFC 9101, whose §6.3 has the server use "only" what is in the object.
 * @throws OAuthError `invalid_request_object`
 */
export function mergeRequestObject(outer: ParsedParams, claims: RequestObject['claims']): ParsedParams {
  const inner = parametersIn(claims);
  // OpenID Connect Core §6.1, RFC 9101 §5: these two stand outside too, and must say the same.
  for (const name of ['client_id', 'response_type']) {
    const [outside, inside] = [outer.values[name], inner[name]];
    if (outside !== undefined && inside !== undefined && outside !== inside) {
      throw faulty(`has another ${name} than the request`);
    }
  }
  const { request: _object, request_uri: _reference, ...outside } = outer.values;
  const isOpenId = isOpenIdRequest(outside);
  const values = isOpenId ? { ...outside, ...inner } : { ...clientIdOf(outside), ...inner };
  const resource = resourcesIn(claims);
  return { values, lists: { ...(isOpenId ? outer.lists : {}), ...(resource === undefined ? {} : { resource }) } };
}

function isOpenIdRequest({ scope }: Params): boolean {
  return scope?.split(' ').includes('openid') === true;
}

function clientIdOf({ client_id: clientId }: Params): Record<string, string> {
  return clientId === undefined ? {} : { client_id: clientId };
}

/** The members that are parameters of an authorization request; `sub` and whatever else is in there says nothing here. */
function parametersIn(claims: RequestObject['claims']): Record<string, string> {
  return Object.fromEntries(
    KNOWN_PARAMETERS.flatMap((name) => {
      const value = Object.hasOwn(claims, name) ? parameterOf(name, claims[name]) : undefined;
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
}

/** RFC 9101 §4: numbers and objects stand there as such, not as text. */
function parameterOf(name: string, value: unknown): string | undefined {
  if (name === 'max_age' && Number.isSafeInteger(value)) return String(value);
  if (name === 'claims' && typeof value === 'object' && value !== null) return JSON.stringify(value);
  if (typeof value !== 'string') throw faulty(`has no text for ${name}`);
  // As in a form (src/protocol/params.ts).
  if (/\p{Cc}/u.test(value) || !value.isWellFormed()) throw faulty(`has control characters in ${name}`);
  return value;
}

/** RFC 7519 §4.1.4, §4.1.5. */
function checkTimes({ exp, nbf, iat }: RequestObject['claims'], now: number): void {
  for (const [name, time] of Object.entries({ exp, nbf, iat })) {
    if (time !== undefined && typeof time !== 'number') throw faulty(`has no number for ${name}`);
  }
  if (typeof exp === 'number' && exp <= now) throw faulty('has expired');
  if (typeof nbf === 'number' && nbf > now + MAX_SKEW) throw faulty('is not valid yet');
}

/** RFC 8707 §2: one, or several. */
function resourcesIn({ resource }: RequestObject['claims']): readonly string[] | undefined {
  if (resource === undefined) return undefined;
  const resources: readonly unknown[] = [resource].flat();
  if (resources.every((value) => typeof value === 'string')) return resources;
  throw faulty('has no text for resource');
}

function faulty(what: string, cause?: unknown): OAuthError {
  return new OAuthError('invalid_request_object', `the request object ${what}`, { cause });
}
