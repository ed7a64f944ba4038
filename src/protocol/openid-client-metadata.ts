import type { ClientSigningAlg, ContentEncryptionAlg, KeyManagementAlg, SecretAlg, SigningAlg } from './jose-algs.js';

/** A public key, a client's or our own (RFC 7517 §4): the members that this server reads, and no private ones. */
export interface Jwk {
  readonly kty: string;
  readonly kid?: string;
  readonly use?: string;
  readonly alg?: string;
  readonly crv?: string;
  readonly n?: string;
  readonly e?: string;
  readonly x?: string;
  readonly y?: string;
}

/**
 * The members of a client's registration that have no column of their own, under their names in OpenID Connect
 * Registration §2, RP-Initiated Logout §3.1, Back-Channel Logout §2.2 and Front-Channel Logout §2. Validated before
 * they are kept; an absent member means the standard's default.
 */
export interface OpenIdClientMetadata {
  readonly application_type?: 'web' | 'native';
  readonly contacts?: readonly string[];
  readonly logo_uri?: string;
  readonly policy_uri?: string;
  readonly tos_uri?: string;
  /** `client_name#de` and the like (OpenID Connect Registration §2.1), by member and BCP 47 tag. */
  readonly localized?: Readonly<Record<string, string>>;
  readonly jwks_uri?: string;
  readonly jwks?: { readonly keys: readonly Jwk[] };
  readonly sector_identifier_uri?: string;
  readonly subject_type?: 'public' | 'pairwise';
  readonly id_token_signed_response_alg?: SigningAlg;
  readonly id_token_encrypted_response_alg?: KeyManagementAlg;
  readonly id_token_encrypted_response_enc?: ContentEncryptionAlg;
  readonly userinfo_signed_response_alg?: SigningAlg;
  readonly userinfo_encrypted_response_alg?: KeyManagementAlg;
  readonly userinfo_encrypted_response_enc?: ContentEncryptionAlg;
  readonly request_object_signing_alg?: ClientSigningAlg;
  readonly token_endpoint_auth_signing_alg?: ClientSigningAlg | SecretAlg;
  /** Seconds. */
  readonly default_max_age?: number;
  readonly require_auth_time?: boolean;
  readonly default_acr_values?: readonly string[];
  readonly initiate_login_uri?: string;
  readonly request_uris?: readonly string[];
  readonly post_logout_redirect_uris?: readonly string[];
  readonly backchannel_logout_uri?: string;
  readonly backchannel_logout_session_required?: boolean;
  readonly frontchannel_logout_uri?: string;
  readonly frontchannel_logout_session_required?: boolean;
  /** How the app can take an answer of the authorization endpoint; every way of this server when absent. */
  readonly response_modes?: readonly string[];
  readonly software_id?: string;
  readonly software_version?: string;
}
