/*
 * The algorithms of signed and encrypted tokens (RFC 7518, RFC 8037), one list per use. Key generation, metadata,
 * registration and verification read these lists; `none` is in none of them.
 */

/** What this server signs with: one active key each. */
export const SIGNING_ALGS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;
export type SigningAlg = (typeof SIGNING_ALGS)[number];

/** OpenID Connect Registration §2 `id_token_signed_response_alg`: "The default, if omitted, is RS256." */
export const DEFAULT_SIGNING_ALG: SigningAlg = 'RS256';

/** What clients may sign request objects and assertions with by their own key. */
export const CLIENT_SIGNING_ALGS = ['RS256', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'] as const;
export type ClientSigningAlg = (typeof CLIENT_SIGNING_ALGS)[number];

/**
 * Whether two names mean the same algorithm. RFC 9864 §2.2 gives EdDSA on the one curve that is used here a name of its own,
 * which some clients use already.
 */
export function isSameAlg(a: string, b: string): boolean {
  const [first, second] = [a, b].map((alg) => (alg === 'EdDSA' ? 'Ed25519' : alg));
  return first === second;
}

/** What `client_secret_jwt` assertions are authenticated with (OpenID Connect Core §9). */
export const SECRET_ALGS = ['HS256', 'HS384', 'HS512'] as const;
export type SecretAlg = (typeof SECRET_ALGS)[number];

/** What a client assertion may be signed with (RFC 7523 §3), by either method. */
export const ASSERTION_ALGS = [...CLIENT_SIGNING_ALGS, ...SECRET_ALGS] as const;

/** How the content key of an encrypted ID token or userinfo answer is wrapped for a client's public key. */
export const KEY_MANAGEMENT_ALGS = ['RSA-OAEP', 'RSA-OAEP-256', 'ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A256KW'] as const;
export type KeyManagementAlg = (typeof KEY_MANAGEMENT_ALGS)[number];

/** What the content itself is encrypted with. */
export const CONTENT_ENCRYPTION_ALGS = ['A128CBC-HS256', 'A256CBC-HS512', 'A128GCM', 'A256GCM'] as const;
export type ContentEncryptionAlg = (typeof CONTENT_ENCRYPTION_ALGS)[number];

/** OpenID Connect Registration §2 `id_token_encrypted_response_enc`: "the default … is A128CBC-HS256". */
export const DEFAULT_CONTENT_ENCRYPTION_ALG: ContentEncryptionAlg = 'A128CBC-HS256';
