import { Inject, Injectable } from '@nestjs/common';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Settings } from '../config/settings.js';
import { open, seal } from '../crypto/seal.js';
import type { SigningAlg } from '../protocol/jose-algs.js';
import type { Jwk } from '../protocol/openid-client-metadata.js';
import type { SigningKey } from './signing-key.entity.js';
import { UnopenableKeyError } from './unopenable-key-error.js';

/** RFC 7518 §3.3 demands 2048; 3072 bits would make each signature several times as dear. */
const RSA_BITS = 2048;

/** A new key pair as its row keeps it. */
export interface KeyMaterial {
  readonly publicJwk: Jwk;
  readonly privateJwk: string;
}

/** Makes key pairs, and seals and opens their private halves. */
@Injectable()
export class KeyVault {
  constructor(@Inject(Settings) private readonly settings: Pick<Settings, 'secretKeys'>) {}

  /** A new pair for the row with this id. */
  async create(id: string, alg: SigningAlg): Promise<KeyMaterial> {
    const pair = await generateKeyPair(alg, { modulusLength: RSA_BITS, extractable: true });
    const privateJwk = Buffer.from(JSON.stringify(await exportJWK(pair.privateKey)));
    return {
      publicJwk: publicMembers(await exportJWK(pair.publicKey)),
      privateJwk: seal(this.settings.secretKeys, contextOf({ id, alg }), privateJwk),
    };
  }

  /**
   * The private half of a key that may still sign.
   * @throws UnopenableKeyError
   */
  open(key: Pick<SigningKey, 'id' | 'alg' | 'privateJwk'>): JWK {
    try {
      return JSON.parse(open(this.settings.secretKeys, contextOf(key), key.privateJwk ?? '').toString('utf8')) as JWK;
    } catch (cause) {
      throw new UnopenableKeyError({ cause });
    }
  }
}

/** A private key that is moved into another row, or to another algorithm, does not open. */
function contextOf({ id, alg }: Pick<SigningKey, 'id' | 'alg'>): string {
  return `signing_keys.private_jwk ${id} ${alg}`;
}

/** Named one by one, so that nothing private can slip in. */
function publicMembers({ kty = '', crv, n, e, x, y }: JWK): Jwk {
  const members = Object.entries({ crv, n, e, x, y }).filter(([, value]) => value !== undefined);
  return { kty, ...Object.fromEntries(members) };
}
