import { createHash } from 'node:crypto';

interface SessionStateInput {
  readonly clientId: string;
  /** Of the page that will ask. */
  readonly origin: string;
  readonly browserState: string;
  readonly salt: string;
}

/**
 * What an app keeps to ask later whether anything has changed (OpenID Connect Session Management §3.2): a salted hash, so
 * that neither the browser's state can be read from it nor two apps can compare theirs. The page in src/public/session-check.js
 * computes the same.
 */
export function sessionState({ clientId, origin, browserState, salt }: SessionStateInput): string {
  const text = [clientId, origin, browserState, salt].join(' ');
  return `${createHash('sha256').update(text).digest('hex')}.${salt}`;
}
