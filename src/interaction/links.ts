import { ENDPOINTS } from '../protocol/endpoints.js';

/*
 * The addresses between which a browser moves while an authorization request waits for it. Each step ends at
 * `RESUME`, the dispatcher; steps never lead to one another.
 */

export const LOGIN = '/login';
export const SIGNUP = '/signup';
export const FORGOT_PASSWORD = '/forgot-password';
export const SELECT_ACCOUNT = '/select-account';
export const CONSENT = '/consent';
export const RESUME = '/authorize/resume';

/** Where the browser that posted a request comes back for it, with our cookies. */
export const POSTED = '/authorize/posted';

/** The address at which a browser takes over a request that was kept for it. */
export function postedUrl({ id, ticket }: { readonly id: string; readonly ticket: string }): string {
  return `${POSTED}?${new URLSearchParams({ interaction: id, ticket }).toString()}`;
}

/** The address of a step for one interaction. */
export function stepUrl(
  path: typeof LOGIN | typeof SIGNUP | typeof FORGOT_PASSWORD | typeof SELECT_ACCOUNT | typeof CONSENT | typeof RESUME,
  interactionId: string,
): string {
  return `${path}?interaction=${encodeURIComponent(interactionId)}`;
}

/** Characters that every server and proxy takes in an address, with room for cookies beside it. */
const MAX_URL = 6_000;

/**
 * The authorization request from its beginning, rebuilt from what was stored and validated, never from what a browser
 * says now (Keycloak CVE-2026-7571).
 * @returns undefined when it is too long for an address
 */
export function authorizeUrl(parameters: Readonly<Record<string, string>>): string | undefined {
  const url = `${ENDPOINTS.authorize}?${new URLSearchParams(parameters).toString()}`;
  return url.length > MAX_URL ? undefined : url;
}
