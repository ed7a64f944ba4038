import { type CryptoKey, importJWK, type JWK } from 'jose';
import { SIGNING_ALGS, type SigningAlg } from '../protocol/jose-algs.js';
import type { Jwk } from '../protocol/openid-client-metadata.js';
import { isKnown, isPublished } from './key-schedule.js';
import type { KeyVault } from './key-vault.service.js';
import type { SigningKey, SigningKeyState } from './signing-key.entity.js';
import type { StoredKeys } from './signing-key.store.js';

/** One half of a key pair, ready for use. Not extractable if it is the private one. */
export interface RingKey {
  readonly kid: string;
  readonly alg: SigningAlg;
  readonly key: CryptoKey;
}

/** The keys of one moment, ready for use. */
export interface KeyRing {
  readonly signing: ReadonlyMap<SigningAlg, RingKey>;
  readonly verifying: ReadonlyMap<string, RingKey>;
  /** RFC 7517 §5. The key that signs comes first: a careless client takes the first that fits. */
  readonly published: { readonly keys: readonly Jwk[] };
}

const STATE_ORDER: readonly SigningKeyState[] = ['active', 'next', 'retired'];

/** Makes rings. A key never changes, so each half is imported once however often the ring is made anew. */
export class KeyRingMaker {
  private publicHalves = new Map<string, RingKey>();
  private privateHalves = new Map<string, RingKey>();

  constructor(private readonly vault: KeyVault) {}

  /** @throws UnopenableKeyError when an active key does not open */
  async make({ keys, now }: StoredKeys): Promise<KeyRing> {
    const known = keys.filter((key) => isKnown(key, now));
    this.publicHalves = await kept(this.publicHalves, known, ({ publicJwk }) => publicJwk);
    this.privateHalves = await kept(this.privateHalves, signers(known), (key) => this.vault.open(key));
    return {
      signing: new Map([...this.privateHalves.values()].map((half) => [half.alg, half])),
      verifying: this.publicHalves,
      published: { keys: inOrder(known.filter((key) => isPublished(key, now))).map(publicJwkOf) },
    };
  }
}

/** The newest active key of each algorithm. */
function signers(keys: readonly SigningKey[]): SigningKey[] {
  const active = keys.filter(({ state }) => state === 'active').toSorted((a, b) => b.generation - a.generation);
  return SIGNING_ALGS.flatMap((alg) => active.find((key) => key.alg === alg) ?? []);
}

/** The halves of these keys: those imported before as they are, and none of other keys. */
async function kept(
  before: ReadonlyMap<string, RingKey>,
  keys: readonly SigningKey[],
  jwkOf: (key: SigningKey) => JWK,
): Promise<Map<string, RingKey>> {
  const halves = keys.map(async (key) => before.get(key.id) ?? imported(key, jwkOf(key)));
  return new Map((await Promise.all(halves)).map((half) => [half.kid, half]));
}

async function imported({ id: kid, alg }: SigningKey, jwk: JWK): Promise<RingKey> {
  return { kid, alg, key: (await importJWK(jwk, alg)) as CryptoKey };
}

function inOrder(keys: readonly SigningKey[]): SigningKey[] {
  return keys.toSorted(
    (a, b) =>
      SIGNING_ALGS.indexOf(a.alg) - SIGNING_ALGS.indexOf(b.alg) ||
      STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state) ||
      b.generation - a.generation,
  );
}

function publicJwkOf({ id, alg, publicJwk }: SigningKey): Jwk {
  return { ...publicJwk, kid: id, use: 'sig', alg };
}
