import { Injectable } from '@nestjs/common';
import {
  flattenedVerify,
  type FlattenedJWSInput,
  importJWK,
  type JWSHeaderParameters,
  type JWTVerifyGetKey,
} from 'jose';
import { type OutboundAnswer, requireOk } from '../outbound/outbound-answer.js';
import { OutboundError } from '../outbound/outbound-error.js';
import { Outbound } from '../outbound/outbound.service.js';
import { readClientJwks } from '../protocol/client-jwks.js';
import type { KeyManagementAlg } from '../protocol/jose-algs.js';
import { OAuthError } from '../protocol/oauth-error.js';
import type { Jwk } from '../protocol/openid-client-metadata.js';
import { encryptionKeyOf, signatureKeys } from './matching-keys.js';
import { MinuteCounts } from './minute-counts.js';
import { NoClientKeyError } from './no-client-key-error.js';
import { OutboundFailures } from './outbound-failures.service.js';
import type { RegisteredClient } from './registered-client.js';

/** Enough for a client that rotates its keys and tries it out; too few to hammer anybody with made-up key ids. */
const RENEWALS_PER_MINUTE = 5;

/** The public keys of clients: `jwks` of their registration, or what their `jwks_uri` answers (RFC 7591 §2). */
@Injectable()
export class ClientKeys {
  private readonly renewals = new MinuteCounts(RENEWALS_PER_MINUTE);
  /** By answer, so that one that is given out of the cache again is not read again, nor its fault written again. */
  private readonly read = new WeakMap<OutboundAnswer, readonly Jwk[] | OutboundError>();
  private readonly imported = new WeakMap<Jwk, Map<string, Promise<CryptoKey>>>();

  constructor(
    private readonly outbound: Outbound,
    private readonly failures: OutboundFailures,
  ) {}

  /**
   * Finds the key that verifies a JWS of the client; give it to `jwtVerify` with a list of algorithms. A key id that is not
   * known, or no key id and a signature that no known key made, is a reason to read `jwks_uri` again, now and then. What
   * the function throws (`NoClientKeyError`, `OutboundError`) is not for the answer to a stranger.
   */
  verificationKey(client: RegisteredClient): JWTVerifyGetKey {
    return async (header, token) => {
      const known = await this.signatureKey(await this.keysOf(client, 'use'), header, token);
      const key = known ?? (await this.signatureKey(await this.renewedKeysOf(client), header, token));
      if (key === undefined) throw new NoClientKeyError('no key of the client fits this signature');
      return key;
    };
  }

  /**
   * The key to encrypt something for the client, and its `kid` for the header (RFC 7516 §4.1.6).
   * @throws OAuthError `invalid_client_metadata` when it has none, `server_error` when it cannot be read now
   */
  async encryptionKey(client: RegisteredClient, alg: KeyManagementAlg): Promise<{ key: CryptoKey; kid?: string }> {
    try {
      const known = encryptionKeyOf(await this.keysOf(client, 'use'), alg);
      const jwk = known ?? encryptionKeyOf(await this.renewedKeysOf(client), alg);
      if (jwk === undefined) throw new NoClientKeyError(`no key of the client fits ${alg}`);
      return { key: await this.import(jwk, alg), ...(jwk.kid === undefined ? {} : { kid: jwk.kid }) };
    } catch (cause) {
      if (cause instanceof OutboundError) {
        throw new OAuthError('server_error', 'the keys of this client could not be read', { cause });
      }
      const description = `this client has registered no key for ${alg}`;
      throw new OAuthError('invalid_client_metadata', description, { cause });
    }
  }

  /** RFC 7515 §4.1.4: without a `kid` any of the keys may be the one, so each is tried; a set holds twenty at most. */
  private async signatureKey(
    keys: readonly Jwk[],
    { alg = '', kid }: JWSHeaderParameters,
    token: FlattenedJWSInput,
  ): Promise<CryptoKey | undefined> {
    const candidates = signatureKeys(keys, alg, kid);
    const [only] = candidates;
    if (kid !== undefined && candidates.length === 1 && only !== undefined) return this.import(only, alg);
    for (const jwk of candidates) {
      const key = await this.import(jwk, alg);
      if (await isSignedWith(token, key, alg)) return key;
    }
    return undefined;
  }

  private async renewedKeysOf(client: RegisteredClient): Promise<readonly Jwk[]> {
    const { jwks, jwks_uri: uri } = client.metadata;
    if (jwks !== undefined || uri === undefined || this.renewals.add(client.rowId).excess > 0) return [];
    return this.keysOf(client, 'renew');
  }

  /** RFC 7591 §2: "The jwks_uri and jwks parameters MUST NOT both be present". */
  private async keysOf(client: RegisteredClient, cache: 'use' | 'renew'): Promise<readonly Jwk[]> {
    const { jwks, jwks_uri: uri } = client.metadata;
    if (jwks !== undefined) return jwks.keys;
    if (uri === undefined) return [];
    return this.failures.watch(client, { purpose: 'jwks_uri', url: uri }, async () => {
      const accept = 'application/jwk-set+json, application/json';
      return this.keysIn(await this.outbound.get(uri, { accept, purpose: 'jwks_uri', cache }));
    });
  }

  private keysIn(answer: OutboundAnswer): readonly Jwk[] {
    const result = this.read.get(answer) ?? readAnswer(answer);
    this.read.set(answer, result);
    if (result instanceof OutboundError) throw result;
    return result;
  }

  private async import(jwk: Jwk, alg: string): Promise<CryptoKey> {
    const byAlg = this.imported.get(jwk) ?? new Map<string, Promise<CryptoKey>>();
    this.imported.set(jwk, byAlg);
    const known = byAlg.get(alg);
    if (known !== undefined) return known;
    // A set holds public keys only (`readClientJwks`), so this is never raw bytes.
    const key = importJWK({ ...jwk }, alg) as Promise<CryptoKey>;
    byAlg.set(alg, key);
    return key;
  }
}

function readAnswer(answer: OutboundAnswer): readonly Jwk[] | OutboundError {
  try {
    const { keys, fault } = readClientJwks(JSON.parse(requireOk(answer).body.toString('utf8')));
    return keys ?? new OutboundError('content', fault);
  } catch (cause) {
    return cause instanceof OutboundError ? cause : new OutboundError('content', 'the answer is not JSON', { cause });
  }
}

async function isSignedWith(token: FlattenedJWSInput, key: CryptoKey, alg: string): Promise<boolean> {
  try {
    await flattenedVerify(token, key, { algorithms: [alg] });
    return true;
  } catch {
    return false;
  }
}
