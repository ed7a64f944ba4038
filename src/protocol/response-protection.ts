import {
  type ContentEncryptionAlg,
  DEFAULT_CONTENT_ENCRYPTION_ALG,
  DEFAULT_SIGNING_ALG,
  type KeyManagementAlg,
  type SigningAlg,
} from './jose-algs.js';
import type { OpenIdClientMetadata } from './openid-client-metadata.js';

/** How what a client is told is signed by this server, and encrypted for the client: either, both or neither. */
export interface ResponseProtection {
  readonly signing?: SigningAlg;
  readonly encryption?: { readonly alg: KeyManagementAlg; readonly enc: ContentEncryptionAlg };
}

/** OpenID Connect Registration §2 `id_token_…`: signed always, by RS256 if the client does not say otherwise. */
export function idTokenProtection(metadata: OpenIdClientMetadata): ResponseProtection & { signing: SigningAlg } {
  const { id_token_encrypted_response_alg: alg, id_token_encrypted_response_enc: enc } = metadata;
  return { signing: metadata.id_token_signed_response_alg ?? DEFAULT_SIGNING_ALG, ...encryption(alg, enc) };
}

/** OpenID Connect Registration §2 `userinfo_…`: plain JSON if the client does not say otherwise. */
export function userinfoProtection(metadata: OpenIdClientMetadata): ResponseProtection {
  const { userinfo_signed_response_alg: signing } = metadata;
  const { userinfo_encrypted_response_alg: alg, userinfo_encrypted_response_enc: enc } = metadata;
  return { ...(signing === undefined ? {} : { signing }), ...encryption(alg, enc) };
}

function encryption(
  alg: KeyManagementAlg | undefined,
  enc: ContentEncryptionAlg = DEFAULT_CONTENT_ENCRYPTION_ALG,
): Pick<ResponseProtection, 'encryption'> {
  return alg === undefined ? {} : { encryption: { alg, enc } };
}
