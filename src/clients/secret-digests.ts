import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { deriveKey } from '../crypto/derived-key.js';
import { equalDigests, hmac } from '../crypto/digest.js';
import { randomToken } from '../crypto/random-token.js';

/** Lets secret scanners recognise a client secret that was committed by mistake. */
const PREFIX = 'dws_';
const HINT_LENGTH = 4;

export interface NewSecret {
  /** Shown to the owner once, then only its digest is left. */
  readonly secret: string;
  readonly digest: Buffer;
  /** The last characters, so that an owner can tell which secret a deployment uses. */
  readonly hint: string;
}

/** Makes and recognises client secrets. They are stored as digests under a key that is not in the database. */
@Injectable()
export class SecretDigests {
  /** Newest first, like `SECRET_KEY`. */
  private readonly keys: readonly Buffer[];

  constructor(settings: Settings) {
    this.keys = settings.secretKeys.map((key) => deriveKey(key, 'client-secret'));
  }

  /** A new random secret of 256 bits or more. */
  create(bytes = 32): NewSecret {
    return this.of(PREFIX + randomToken(bytes));
  }

  /** A secret that an operator made elsewhere. */
  of(secret: string): NewSecret {
    const [digest] = this.candidates(secret);
    if (digest === undefined) throw new Error('there is no secret key');
    return { secret, digest, hint: secret.slice(-HINT_LENGTH) };
  }

  /**
   * The stored secret that the presented one is. Takes the same work whether it is found, wrong, or there is nothing
   * to compare with; a stored digest may be under any of the keys.
   */
  match<S extends { readonly digest: Buffer }>(presented: string, stored: readonly S[]): S | undefined {
    let match: S | undefined;
    for (const candidate of this.candidates(presented)) {
      for (const secret of stored) {
        if (equalDigests(candidate, secret.digest)) match = secret;
      }
    }
    return match;
  }

  /** What it may be stored as, under each of the keys. */
  candidates(secret: string): Buffer[] {
    return this.keys.map((key) => hmac(key, secret));
  }
}
