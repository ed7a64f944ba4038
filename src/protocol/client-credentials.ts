import type { ClientAuthMethod } from './grant-types.js';
import { OAuthError } from './oauth-error.js';
import type { Params } from './params.js';

/** What a client presented to prove who it is. */
export type PresentedCredentials =
  | {
      readonly method: 'client_secret_basic' | 'client_secret_post';
      readonly clientId: string;
      readonly clientSecret: string;
    }
  | { readonly method: 'none'; readonly clientId: string };

const CHALLENGE = { 'www-authenticate': 'Basic realm="doorward", charset="UTF-8"' };
const MAX_LENGTH = 512;

/**
 * Finds the one client authentication method that a request uses.
 * RFC 6749 §2.3: "The client MUST NOT use more than one authentication method in each request."
 * @param authorization the `Authorization` header, if any
 * @throws OAuthError `invalid_request` for two methods, `invalid_client` for none or a malformed one
 */
export function presentedCredentials(authorization: string | undefined, params: Params): PresentedCredentials {
  const { client_id: clientId, client_secret: clientSecret } = params;
  if (authorization !== undefined) return fromHeader(authorization, params);
  if (clientId === undefined) throw new OAuthError('invalid_client', 'client_id is missing', { headers: CHALLENGE });
  if (clientId.length > MAX_LENGTH || (clientSecret?.length ?? 0) > MAX_LENGTH)
    throw malformed('client credentials are too long');
  return clientSecret === undefined
    ? { method: 'none' satisfies ClientAuthMethod, clientId }
    : { method: 'client_secret_post', clientId, clientSecret };
}

function fromHeader(authorization: string, params: Params): PresentedCredentials {
  if (params['client_secret'] !== undefined) {
    throw new OAuthError(
      'invalid_request',
      'use one client authentication method: the Authorization header or client_secret',
    );
  }
  const basic = parseBasic(authorization);
  if (params['client_id'] !== undefined && params['client_id'] !== basic.clientId) {
    throw new OAuthError('invalid_request', 'client_id differs from the client in the Authorization header');
  }
  return { method: 'client_secret_basic', ...basic };
}

/** RFC 7617 §2, with the encoding of RFC 6749 §2.3.1: id and secret are form-urlencoded before they are joined. */
function parseBasic(authorization: string): { clientId: string; clientSecret: string } {
  const [, encoded] = /^basic ([A-Za-z0-9+/]+={0,2})$/i.exec(authorization) ?? [];
  if (encoded === undefined || encoded.length % 4 !== 0)
    throw malformed('the Authorization header is not well-formed Basic');
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1 || text.length > 2 * MAX_LENGTH) throw malformed('the Authorization header is not well-formed Basic');
  return { clientId: formDecode(text.slice(0, colon)), clientSecret: formDecode(text.slice(colon + 1)) };
}

function formDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (cause) {
    throw new OAuthError(
      'invalid_client',
      'form-urlencode the client id and secret before joining them (RFC 6749 section 2.3.1)',
      {
        cause,
        headers: CHALLENGE,
      },
    );
  }
}

function malformed(description: string): OAuthError {
  return new OAuthError('invalid_client', description, { headers: CHALLENGE });
}
