/*
 * The addresses between which a browser moves while an authorization request waits for it. Each step ends at
 * `RESUME`, the dispatcher; steps never lead to one another.
 */

export const LOGIN = '/login';
export const SIGNUP = '/signup';
export const CONSENT = '/consent';
export const RESUME = '/authorize/resume';

/** The address of a step for one interaction. */
export function stepUrl(path: typeof LOGIN | typeof SIGNUP | typeof CONSENT | typeof RESUME, interactionId: string): string {
  return `${path}?interaction=${encodeURIComponent(interactionId)}`;
}
