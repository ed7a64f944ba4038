import { type ClientAssertion, JWT_BEARER_ASSERTION, readClientAssertion } from './client-assertion.js';
import { invalidClient } from './invalid-client.js';
import { OAuthError } from './oauth-error.js';
import { formDecode, type Params } from './params.js';

/** What a client presented to prove who it is. */
export type PresentedCredentials =
  | {
      readonly method: 'client_secret_basic' | 'client_secret_post';
      readonly clientId: string;
      readonly clientSecret: string;
    }
  | {
      readonly method: ClientAssertion['method'];
      readonly clientId: string;
      readonly assertion: ClientAssertion;
    }
  | { readonly method: 'none'; readonly clientId: string };

/** Longer than any id or secret of ours; nothing longer is worth a digest. */
const MAX_LENGTH = 512;
/** Each belongs to another method; an assertion without its type, or the other way round, is a broken request. */
const CREDENTIAL_PARAMETERS = [['client_secret'], ['client_assertion', 'client_assertion_type']];

/**
 * Finds the one client authentication method that a request uses. Whether it is the registered one, and whether the
 * secret is right, is decided later.
 * @param authorization the `Authorization` header, if any
 * @param params the parameters of the body
 * @throws OAuthError `invalid_request` for two methods, `invalid_client` for none or a malformed one
 */
export function presentedCredentials(authorization: string | undefined, params: Params): PresentedCredentials {
  const { client_id: clientId, client_secret: clientSecret } = params;
  const inBody = CREDENTIAL_PARAMETERS.filter((names) => names.some((name) => params[name] !== undefined));
  // RFC 6749 §2.3: "The client MUST NOT use more than one authentication method in each request."
  if (inBody.length + (authorization === undefined ? 0 : 1) > 1) {
    throw new OAuthError('invalid_request', 'use one client authentication method in each request');
  }
  if (authorization !== undefined) return fromHeader(authorization, clientId);
  if (params['client_assertion'] !== undefined || params['client_assertion_type'] !== undefined) {
    return fromAssertion(params, clientId);
  }
  if (clientId === undefined) throw invalidClient('client_id is missing');
  return clientSecret === undefined
    ? { method: 'none', clientId: checked(clientId) }
    : { method: 'client_secret_post', clientId: checked(clientId), clientSecret: checked(clientSecret) };
}

function fromHeader(authorization: string, clientId: string | undefined): PresentedCredentials {
  const credentials = parseBasic(authorization);
  // RFC 6749 §3.2.1: client_id in the body identifies a client; two different ones identify none.
  if (clientId !== undefined && clientId !== credentials.clientId) {
    throw new OAuthError('invalid_request', 'client_id differs from the client in the Authorization header');
  }
  return { method: 'client_secret_basic', ...credentials };
}

/** RFC 7521 §4.2, RFC 7523 §2.2. */
function fromAssertion(params: Params, clientId: string | undefined): PresentedCredentials {
  const { client_assertion: jwt, client_assertion_type: type } = params;
  if (type !== JWT_BEARER_ASSERTION) throw invalidClient(`client_assertion_type must be ${JWT_BEARER_ASSERTION}`);
  if (jwt === undefined) throw invalidClient('client_assertion is missing');
  const assertion = readClientAssertion(jwt);
  // RFC 7521 §4.2: the client_id "MUST identify the same client as is identified by the client assertion".
  if (clientId !== undefined && clientId !== assertion.clientId) {
    throw new OAuthError('invalid_request', 'client_id differs from the client in the client_assertion');
  }
  return { method: assertion.method, clientId: assertion.clientId, assertion };
}

/** RFC 7617 §2: `Basic`, one space, base64 of id, colon and secret. Anything looser is refused (attack R23). */
function parseBasic(authorization: string): { clientId: string; clientSecret: string } {
  const [, encoded = ''] = /^basic ([A-Za-z0-9+/]+={0,2})$/i.exec(authorization) ?? [];
  const text = encoded.length > 8 * MAX_LENGTH ? undefined : strictBase64(encoded);
  const colon = text?.indexOf(':') ?? -1;
  if (text === undefined || colon < 0) throw invalidClient('the Authorization header is not well-formed Basic');
  return { clientId: halfOf(text.slice(0, colon)), clientSecret: halfOf(text.slice(colon + 1)) };
}

/** RFC 6749 §2.3.1: id and secret are form-urlencoded before they are joined. */
function halfOf(encoded: string): string {
  const text = formDecode(encoded);
  if (text === undefined) {
    throw invalidClient('form-urlencode client id and secret before joining them (RFC 6749 section 2.3.1)');
  }
  return checked(text);
}

/** RFC 6749 appendix A.1, A.2: id and secret are visible ASCII and spaces. An empty one proves nothing. */
function checked(text: string): string {
  if (text.length <= MAX_LENGTH && /^[\x20-\x7e]+$/.test(text)) return text;
  throw invalidClient('client id or secret is empty, too long, or holds characters that neither can have');
}

/** RFC 4648 §3.5 and §4: with padding, and with zeros in the bits that carry nothing; then UTF-8. */
function strictBase64(encoded: string): string | undefined {
  const bytes = Buffer.from(encoded, 'base64');
  const text = bytes.toString('utf8');
  // Bytes that are no UTF-8 have become U+FFFD, which has other bytes.
  return bytes.toString('base64') === encoded && Buffer.from(text).equals(bytes) ? text : undefined;
}
