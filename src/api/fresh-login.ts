import { Problem } from '../http/problem.js';
import type { Caller } from './caller.js';

/** Seconds that a person's login may be old for what cannot be undone, and for what changes who may do what. */
export const FRESH_LOGIN = 10 * 60;

/**
 * Whoever finds a session that was left open must make nothing of it that lasts. Programs sign in anew for every token.
 * @throws Problem `login-too-old` (RFC 9470 §3: what kind of login would do)
 */
export function checkFreshLogin(caller: Caller): void {
  if (caller.kind === 'client' || caller.loginAge <= FRESH_LOGIN) return;
  const challenge = `Bearer realm="doorward", error="insufficient_user_authentication", error_description="sign in again", max_age="${FRESH_LOGIN}"`;
  throw new Problem('login-too-old', undefined, { headers: { 'www-authenticate': challenge } });
}
