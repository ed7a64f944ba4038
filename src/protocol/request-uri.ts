import { createHash } from 'node:crypto';
import { OAuthError } from './oauth-error.js';

/** A registered address of a request object. */
export interface RequestUri {
  /** What is fetched. */
  readonly url: string;
  /** OpenID Connect Core §6.2: "the base64url-encoded SHA-256 hash of the referenced resource contents". */
  readonly digest?: string;
  /** Whether the request adds the digest to a registered address. */
  readonly isPinned: boolean;
}

/** OpenID Connect Core §6.2: "The entire Request URI SHOULD NOT exceed 512 ASCII characters." */
const REQUEST_URI = /^[\x21-\x7e]{1,512}$/;

/**
 * Reads `request_uri`. RFC 9101 §10.4: only what the client registered is ever fetched, compared exactly. A registration
 * without a fragment allows any digest: that only narrows down what the client serves there.
 * @throws OAuthError `invalid_request_uri`
 */
export function parseRequestUri(text: string, registered: readonly string[]): RequestUri {
  if (!REQUEST_URI.test(text)) {
    throw new OAuthError('invalid_request_uri', 'request_uri must be a URL of at most 512 ASCII characters');
  }
  const [url = '', digest] = text.split('#', 2);
  const isExact = registered.includes(text);
  if (!isExact && !registered.includes(url)) {
    throw new OAuthError('invalid_request_uri', 'request_uri is not one that this app registered');
  }
  return { url, isPinned: !isExact, ...(digest === undefined ? {} : { digest }) };
}

/**
 * Whether the content is what the digest says: then it cannot change, and need not be fetched again. A digest that was
 * registered with the address is allowed to differ: an app that makes its objects later can only register a mark of
 * their version (and the OpenID Foundation's conformance suite does); the signature is what makes the content good.
 * @throws OAuthError `invalid_request_uri` for one that the request itself adds
 */
export function isAsDigested(content: Buffer, { digest, isPinned }: RequestUri): boolean {
  if (digest === createHash('sha256').update(content).digest('base64url')) return true;
  if (!isPinned) return false;
  throw new OAuthError('invalid_request_uri', 'what is at request_uri does not have the digest of its fragment');
}
