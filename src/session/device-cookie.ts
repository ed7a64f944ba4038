import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.js';
import { deriveKey } from '../crypto/derived-key.js';
import { equalDigests, hmac } from '../crypto/digest.js';
import { randomToken } from '../crypto/random-token.js';
import { readCookie, setCookie } from '../http/cookies.js';

/*
 * A browser in which a user signed in once. It proves nothing about who sits there; it only lets the user's own
 * browser in while strangers' guesses have closed the account to unknown ones.
 */

const LIFETIME_SECONDS = 365 * 24 * 60 * 60;
const NAME = 'device';
const COOKIE = /^(\d{10})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** Marks this browser as one that the user has signed in with. */
export function rememberDevice(reply: FastifyReply, settings: Settings, userId: string): void {
  const [key] = settings.secretKeys;
  if (key === undefined) return;
  const issuedAt = String(Math.floor(Date.now() / 1000));
  const id = randomToken(16);
  const value = `${issuedAt}.${id}.${seal(key, userId, issuedAt, id).toString('base64url')}`;
  setCookie(reply, settings, { name: NAME, value, maxAge: LIFETIME_SECONDS });
}

/** The id of this browser if the user has signed in with it in the last year. */
export function knownDevice(request: FastifyRequest, settings: Settings, userId: string): string | undefined {
  const [, issuedAt = '', id = '', mac = ''] = COOKIE.exec(readCookie(request, settings, NAME) ?? '') ?? [];
  if (Number(issuedAt) + LIFETIME_SECONDS < Date.now() / 1000) return undefined;
  const presented = Buffer.from(mac, 'base64url');
  const isOurs = settings.secretKeys.some((key) => equalDigests(seal(key, userId, issuedAt, id), presented));
  return isOurs ? id : undefined;
}

function seal(secretKey: Buffer, userId: string, issuedAt: string, id: string): Buffer {
  return hmac(deriveKey(secretKey, 'device cookie'), userId, issuedAt, id);
}
