import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { parse, stringify } from 'uuid';
import { Settings } from '../config/settings.js';
import { deriveKey } from '../crypto/derived-key.js';
import { equalDigests, hmac } from '../crypto/digest.js';

const ID_BYTES = 16;
const SECRET_BYTES = 32;
/** Together a multiple of three bytes: base64url then has no spare bits, so no second spelling of a token. */
const TAG_BYTES = 18;
const FORM = /^[A-Za-z0-9_-]{88}$/;

interface Keys {
  readonly tag: Buffer;
  readonly successor: Buffer;
}

/** What a successor is computed from. The same request gives the same successor; another request does not. */
export interface Rotation {
  readonly presented: string;
  readonly grantId: string;
  /** Random bytes kept in the grant's row. */
  readonly salt: Buffer;
  readonly scopes: readonly string[];
  readonly resources: readonly string[];
}

/**
 * Makes and reads refresh tokens: the grant's id, a 256-bit secret, and a tag that only this server can make. The tag
 * tells an old token of a grant, which is reuse, from text that somebody made up, which must not end anyone's grant.
 * See docs/adr/0005.
 */
@Injectable()
export class RefreshTokens {
  /** Newest first, like `SECRET_KEY`: the first makes tokens, all read them. */
  private readonly keys: readonly [Keys, ...Keys[]];

  constructor(settings: Settings) {
    const [first, ...older] = settings.secretKeys.map((key) => ({
      tag: deriveKey(key, 'refresh-token-tag'),
      successor: deriveKey(key, 'refresh-token-successor'),
    }));
    if (first === undefined) throw new Error('there is no secret key');
    this.keys = [first, ...older];
  }

  /** The first refresh token of a grant. */
  first(grantId: string): string {
    return encode(this.keys[0], grantId, randomBytes(SECRET_BYTES));
  }

  /** The refresh token that follows the presented one. */
  successor(rotation: Rotation): string {
    return successor(this.keys[0], rotation);
  }

  /** Every token that may have followed the presented one: the newest key may have changed since. */
  possibleSuccessors(rotation: Rotation): string[] {
    return this.keys.map((keys) => successor(keys, rotation));
  }

  /** The id of the grant that the token was issued for; undefined for text that this server never issued. */
  grantIdOf(token: string): string | undefined {
    if (!FORM.test(token)) return undefined;
    const bytes = Buffer.from(token, 'base64url');
    const id = bytes.subarray(0, ID_BYTES);
    const secret = bytes.subarray(ID_BYTES, ID_BYTES + SECRET_BYTES);
    const presentedTag = bytes.subarray(ID_BYTES + SECRET_BYTES);
    const isOurs = this.keys.some((keys) => equalDigests(tag(keys, id, secret), presentedTag));
    return isOurs ? stringify(id) : undefined;
  }
}

/** RFC 9700 §4.14.2: the successor is bound to what was asked for, so that only a true repeat gets it again. */
function successor(keys: Keys, { presented, grantId, salt, scopes, resources }: Rotation): string {
  // No scope begins with a space, so none passes for a resource.
  const asked = [...scopes, ...resources.map((resource) => ` ${resource}`)];
  return encode(keys, grantId, hmac(keys.successor, presented, salt, asked.toSorted().join(' ')));
}

function encode(keys: Keys, grantId: string, secret: Buffer): string {
  const id = Buffer.from(parse(grantId));
  return Buffer.concat([id, secret, tag(keys, id, secret)]).toString('base64url');
}

function tag(keys: Keys, id: Buffer, secret: Buffer): Buffer {
  return hmac(keys.tag, id, secret).subarray(0, TAG_BYTES);
}
