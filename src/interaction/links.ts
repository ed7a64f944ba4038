import { ENDPOINTS } from '../protocol/endpoints.js';

/*
 * The addresses between which a browser moves while an authorization request waits for it. Each step ends at
 * `RESUME`, the dispatcher; steps never lead to one another.
 */

export const LOGIN = '/login';
export const SIGNUP = '/signup';
export const FORGOT_PASSWORD = '/forgot-password';
export const CONSENT = '/consent';
export const RESUME = '/authorize/resume';

/** The address of a step for one interaction. */
export function stepUrl(
  path: typeof LOGIN | typeof SIGNUP | typeof FORGOT_PASSWORD | typeof CONSENT | typeof RESUME,
  interactionId: string,
): string {
  return `${path}?interaction=${encodeURIComponent(interactionId)}`;
}

/**
 * The authorization request from its beginning, rebuilt from what was stored and validated, never from what a browser
 * says now (Keycloak CVE-2026-7571).
 */
export function authorizeUrl(parameters: Readonly<Record<string, string>>): string {
  return `${ENDPOINTS.authorize}?${new URLSearchParams(parameters).toString()}`;
}
