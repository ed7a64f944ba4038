import type { AppKind } from '../grant-types.js';
import { CLIENT_SIGNING_ALGS, SECRET_ALGS } from '../jose-algs.js';
import type { Jwk, OpenIdClientMetadata } from '../openid-client-metadata.js';
import { redirectHost } from '../redirect-uri.js';
import type { MetadataFault } from './metadata-input.js';

/** A registration whose members are fine one by one. */
export interface Together {
  readonly kind: AppKind;
  readonly authMethod: string;
  readonly redirectUris: readonly string[];
  readonly openid: OpenIdClientMetadata;
}

type Rule = (client: Together) => MetadataFault | undefined;

/** The column is a TEXT of 64 KiB on MySQL; this leaves it room. */
const MAX_BYTES = 48 * 1024;
/** Types of key that an algorithm family works with (RFC 7518 §3.1, §4.1, RFC 8037 §3). */
const KEY_TYPES: Readonly<Record<string, string>> = { RS: 'RSA', PS: 'RSA', ES: 'EC', Ed: 'OKP' };

/** What several members must keep together. Each rule gives one fault, at the member to change. */
export const TOGETHER: readonly Rule[] = [
  oneSourceOfKeys,
  keysToAuthenticate,
  authAlgFitsMethod,
  keysForRequestObjects,
  encryption('id_token'),
  encryption('userinfo'),
  sectorOfSeveralHosts,
  notTooLarge,
];

/** RFC 7591 §2: "The 'jwks_uri' and 'jwks' parameters MUST NOT both be present in the same request or response." */
function oneSourceOfKeys({ openid }: Together): MetadataFault | undefined {
  if (openid.jwks === undefined || openid.jwks_uri === undefined) return undefined;
  return { field: 'jwks', message: 'Give either jwks or jwks_uri, not both.' };
}

/** OpenID Connect Core §9 `private_key_jwt`: "Clients that have registered a public key". */
function keysToAuthenticate({ authMethod, openid }: Together): MetadataFault | undefined {
  if (authMethod !== 'private_key_jwt' || hasKey(openid, 'sig', openid.token_endpoint_auth_signing_alg))
    return undefined;
  const message = 'Give jwks_uri, or jwks with a key for signatures: private_key_jwt is checked with it.';
  return { field: 'jwks', message };
}

/** OpenID Connect Registration §2: "used for signing the JWT … for the private_key_jwt and client_secret_jwt methods". */
function authAlgFitsMethod({ authMethod, openid }: Together): MetadataFault | undefined {
  const field = 'token_endpoint_auth_signing_alg';
  const alg = openid[field];
  if (alg === undefined) return undefined;
  const algs: Readonly<Record<string, readonly string[]>> = {
    private_key_jwt: CLIENT_SIGNING_ALGS,
    client_secret_jwt: SECRET_ALGS,
  };
  const fitting = algs[authMethod];
  if (fitting === undefined) return { field, message: `Leave it out: ${authMethod} signs nothing.` };
  return fitting.includes(alg)
    ? undefined
    : { field, message: `Choose one of ${fitting.join(', ')} for ${authMethod}.` };
}

function keysForRequestObjects({ openid }: Together): MetadataFault | undefined {
  const alg = openid.request_object_signing_alg;
  if (alg === undefined || hasKey(openid, 'sig', alg)) return undefined;
  return { field: 'request_object_signing_alg', message: `Give jwks_uri, or jwks with a key for ${alg}.` };
}

/** OpenID Connect Registration §2: "When …_encrypted_response_enc is included, …_encrypted_response_alg MUST also be provided." */
function encryption(of: 'id_token' | 'userinfo'): Rule {
  const [alg, enc] = [`${of}_encrypted_response_alg`, `${of}_encrypted_response_enc`] as const;
  return ({ openid }) => {
    const chosen = openid[alg];
    if (chosen === undefined) {
      return openid[enc] === undefined ? undefined : { field: enc, message: `Give ${alg} as well, or leave this out.` };
    }
    if (hasKey(openid, 'enc', chosen)) return undefined;
    return { field: alg, message: `Give jwks_uri, or jwks with a key for ${chosen}.` };
  };
}

/**
 * OpenID Connect Core §8.1: "If there are multiple hostnames in the registered redirect_uris, the Client MUST register a
 * sector_identifier_uri."
 */
function sectorOfSeveralHosts({ openid, redirectUris }: Together): MetadataFault | undefined {
  if (openid.subject_type !== 'pairwise' || openid.sector_identifier_uri !== undefined) return undefined;
  const hosts = new Set(redirectUris.map((uri) => redirectHost(uri).replace(/:\d+$/, '')));
  if (hosts.size <= 1) return undefined;
  const message = 'Give a sector_identifier_uri: the callback URLs have several hosts, and subject_type is pairwise.';
  return { field: 'sector_identifier_uri', message };
}

function notTooLarge({ openid }: Together): MetadataFault | undefined {
  if (Buffer.byteLength(JSON.stringify(openid)) <= MAX_BYTES) return undefined;
  return { field: 'client_name', message: `Shorten the registration: all of it may take ${MAX_BYTES / 1024} KiB.` };
}

/** Whether there is a key for this, or an address where one may be. */
function hasKey({ jwks, jwks_uri }: OpenIdClientMetadata, use: 'sig' | 'enc', alg: string | undefined): boolean {
  if (jwks_uri !== undefined) return true;
  return jwks?.keys.some((key) => isFor(key, use, alg)) ?? false;
}

function isFor(key: Jwk, use: 'sig' | 'enc', alg: string | undefined): boolean {
  if (key.use !== undefined && key.use !== use) return false;
  if (alg === undefined) return true;
  if (alg.startsWith('ECDH')) return key.kty === 'EC' || key.crv === 'X25519';
  return key.kty === KEY_TYPES[alg.slice(0, 2)];
}
