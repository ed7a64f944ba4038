import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { randomToken } from '../crypto/random-token.js';
import { open, seal } from '../crypto/seal.js';
import type { Client } from './client.entity.js';

const KEY_BYTES = 32;

/**
 * The keys with which relying parties sign their `state` values: an app that has one needs no storage to recognise
 * its own `state`. Sealed in the row, because the owner may read it again; this server itself never uses it.
 */
@Injectable()
export class StateKeys {
  constructor(private readonly settings: Settings) {}

  /** A new key in base64url and its sealed form for the row with this id. */
  create(rowId: string): { stateKey: string; sealed: string } {
    const stateKey = randomToken(KEY_BYTES);
    return { stateKey, sealed: seal(this.settings.secretKeys, contextOf(rowId), Buffer.from(stateKey, 'base64url')) };
  }

  /** The app's key in base64url, for its owner's eyes. */
  of(client: Client): string {
    return open(this.settings.secretKeys, contextOf(client.id), client.stateKey).toString('base64url');
  }
}

/** A sealed key that is moved into another app's row does not open. */
function contextOf(rowId: string): string {
  return `oauth_clients.oauth_state_token ${rowId}`;
}
