import type { Settings } from '../config/settings.js';
import type { SigningKey } from './signing-key.entity.js';

/** When keys change, in milliseconds. */
export interface KeySchedule {
  /** How long a key signs. */
  readonly signsFor: number;
  /** How long a key is published before it signs. */
  readonly publishedBefore: number;
  /** How long a key is published after the next one took over. */
  readonly publishedAfter: number;
  /** How long what it signed is recognised after the next one took over. */
  readonly knownAfter: number;
}

/**
 * The schedule of the settings. A process may serve keys of `cacheAge` ago, and a client may keep what it was served for
 * `jwksMaxAge`: only after both does everybody know a new key, and a process may sign with the old one for `cacheAge`
 * after it was replaced. One `cacheAge` more is margin.
 */
export function keyScheduleOf({ signingKeys, lifetimes }: Settings): KeySchedule {
  const { lifetime, jwksMaxAge, cacheAge } = signingKeys;
  const longestToken = Math.max(lifetimes.accessToken, lifetimes.idToken);
  // An expired ID token is still a good hint of who is meant while the session that it tells of may live
  // (OpenID Connect Core §3.1.2.1 `id_token_hint`, RP-Initiated Logout §2).
  const longestHint = Math.max(longestToken, lifetimes.sessionAbsolute);
  return {
    signsFor: lifetime * 1000,
    publishedBefore: (jwksMaxAge + 2 * cacheAge) * 1000,
    publishedAfter: (longestToken + 2 * cacheAge) * 1000,
    knownAfter: (longestHint + 2 * cacheAge) * 1000,
  };
}

/** From when a published key may sign without surprising a client. */
export function publishedLongEnoughAt(next: Pick<SigningKey, 'createdAt'>, schedule: KeySchedule): Date {
  return new Date(next.createdAt.getTime() + schedule.publishedBefore);
}

/** When the next key takes over: when somebody asked for it, else when the active one has signed long enough. */
export function takesOverAt(
  next: Pick<SigningKey, 'createdAt' | 'activatesAt'>,
  active: Pick<SigningKey, 'activatesAt'>,
  schedule: KeySchedule,
): Date {
  if (next.activatesAt !== null) return next.activatesAt;
  const onSchedule = (active.activatesAt?.getTime() ?? 0) + schedule.signsFor;
  return new Date(Math.max(onSchedule, publishedLongEnoughAt(next, schedule).getTime()));
}

/** Whether the key stands in the JWKS. */
export function isPublished(key: Pick<SigningKey, 'state' | 'publishedUntil'>, now: Date): boolean {
  return key.state !== 'revoked' && (key.publishedUntil === null || key.publishedUntil > now);
}

/** Whether what the key signed is recognised. */
export function isKnown(key: Pick<SigningKey, 'state' | 'expiresAt'>, now: Date): boolean {
  return key.state !== 'revoked' && (key.expiresAt === null || key.expiresAt > now);
}
