import { createHash } from 'node:crypto';
import { acrOf } from './acr.js';
import type { SigningAlg } from './jose-algs.js';

/** How a user signed in, as an ID token tells it. */
export interface SignInFacts {
  readonly authTime: Date;
  readonly amr: readonly string[];
  /** The browser session (OpenID Connect Back-Channel Logout §2.1 `sid`). */
  readonly sid: string;
  /** Of the authorization request, for the first ID token only. */
  readonly nonce?: string;
}

export interface IdTokenInput {
  readonly issuer: string;
  readonly clientId: string;
  readonly subject: string;
  readonly signIn: SignInFacts;
  /** The access token that is given out beside it. */
  readonly accessToken: string;
  readonly alg: SigningAlg;
  readonly issuedAt: Date;
  /** Seconds. */
  readonly lifetime: number;
}

/** What ID tokens say but for what they say about the user. */
export const ID_TOKEN_CLAIMS = [
  'iss',
  'sub',
  'aud',
  'exp',
  'iat',
  'auth_time',
  'nonce',
  'acr',
  'amr',
  'sid',
  'at_hash',
] as const satisfies readonly (keyof IdTokenClaims)[];

/** The claims of an ID token (OpenID Connect Core §2, §3.1.3.6) but for those about the user. */
export interface IdTokenClaims {
  readonly iss: string;
  readonly sub: string;
  /** Always one: "azp" would say nothing more. */
  readonly aud: string;
  readonly exp: number;
  readonly iat: number;
  readonly auth_time: number;
  readonly acr: string;
  readonly amr: readonly string[];
  readonly sid: string;
  readonly at_hash: string;
  readonly nonce?: string;
}

/**
 * What an ID token says about a sign-in. `auth_time` is there whether it was asked for or not, so `max_age`,
 * `require_auth_time` and an essential `auth_time` need nothing more.
 */
export function idTokenClaims(input: IdTokenInput): IdTokenClaims {
  const { signIn } = input;
  const issuedAt = numericDate(input.issuedAt);
  return {
    iss: input.issuer,
    sub: input.subject,
    aud: input.clientId,
    exp: issuedAt + input.lifetime,
    iat: issuedAt,
    auth_time: numericDate(signIn.authTime),
    acr: acrOf(signIn.amr),
    amr: signIn.amr,
    sid: signIn.sid,
    at_hash: accessTokenHash(input.accessToken, input.alg),
    ...(signIn.nonce === undefined ? {} : { nonce: signIn.nonce }),
  };
}

/**
 * OpenID Connect Core §3.1.3.6 `at_hash`: the left half of the access token's hash, by the hash of the signature. Ed25519
 * hashes with SHA-512 (RFC 8032 §5.1).
 */
export function accessTokenHash(accessToken: string, alg: SigningAlg): string {
  const digest = createHash(alg === 'EdDSA' ? 'sha512' : 'sha256')
    .update(accessToken)
    .digest();
  return digest.subarray(0, digest.length / 2).toString('base64url');
}

/** RFC 7519 §2 NumericDate. */
function numericDate(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
