import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { type KeyRing, KeyRingMaker } from './key-ring.js';
import { KeyVault } from './key-vault.service.js';
import { SigningKeyStore } from './signing-key.store.js';

/** What this process knows of the keys, at most `cacheAge` old. Requests that come together cost one read together. */
@Injectable()
export class KeyRingCache {
  private readonly maker: KeyRingMaker;
  private readonly maxAgeMs: number;
  private ring: KeyRing | undefined;
  /** When the read of the ring began, on a clock that nobody sets back. */
  private readAt = Number.NEGATIVE_INFINITY;
  private reading: Promise<KeyRing> | undefined;

  constructor(
    private readonly store: SigningKeyStore,
    vault: KeyVault,
    { signingKeys }: Settings,
  ) {
    this.maker = new KeyRingMaker(vault);
    this.maxAgeMs = signingKeys.cacheAge * 1000;
  }

  /** The ring, read again when it is too old. Fails while the database is away: a key may have been revoked. */
  async current(): Promise<KeyRing> {
    if (this.ring !== undefined && performance.now() - this.readAt < this.maxAgeMs) return this.ring;
    return this.reading ?? this.read();
  }

  /** The same, or an older ring while the database is away: for who only publishes keys and trusts none. */
  async lastKnown(): Promise<KeyRing> {
    try {
      return await this.current();
    } catch (error) {
      if (this.ring === undefined) throw error;
      return this.ring;
    }
  }

  /** This process changed the keys: the next request sees it. */
  forget(): void {
    this.readAt = Number.NEGATIVE_INFINITY;
    this.reading = undefined;
  }

  private read(): Promise<KeyRing> {
    const readAt = performance.now();
    const reading = this.store
      .all()
      .then((stored) => this.maker.make(stored))
      .then((ring) => {
        // Forgotten meanwhile: good for those who wait for it, not for later.
        if (this.reading === reading) [this.ring, this.readAt] = [ring, readAt];
        return ring;
      })
      .finally(() => {
        if (this.reading === reading) this.reading = undefined;
      });
    this.reading = reading;
    return reading;
  }
}
