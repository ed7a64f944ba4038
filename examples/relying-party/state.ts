import { createHmac, timingSafeEqual } from 'node:crypto';

/*
 * `state` ties the answer to the browser that asked (RFC 6749 §10.12). This app stores nothing for it: the value is
 * a time and a signature over that time and the PKCE challenge, made with the key that the app got at registration.
 * The verifier of that challenge lies in the browser's cookie, so a `state` made for one browser is worth nothing in
 * another, and any process of the app can check it.
 */

const LIFETIME_MS = 10 * 60 * 1000;

/** A value for `state` that only the browser with the challenge's verifier can bring back. */
export function signState(key: Buffer, codeChallenge: string, now: number): string {
  const time = now.toString(36);
  return `${time}.${signature(key, time, codeChallenge)}`;
}

/** Whether `state` was made here, for this browser, and not long ago. */
export function isOwnState(key: Buffer, state: string, codeChallenge: string, now: number): boolean {
  const [time = ''] = state.split('.', 1);
  const age = now - Number.parseInt(time, 36);
  const wanted = Buffer.from(`${time}.${signature(key, time, codeChallenge)}`);
  const found = Buffer.from(state);
  return found.length === wanted.length && timingSafeEqual(found, wanted) && age >= 0 && age < LIFETIME_MS;
}

function signature(key: Buffer, time: string, codeChallenge: string): string {
  return createHmac('sha256', key).update(`${time}.${codeChallenge}`).digest('base64url');
}
