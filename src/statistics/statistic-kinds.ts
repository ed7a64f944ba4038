import { ENDPOINTS } from '../protocol/endpoints.js';
import { ADMIN_API } from '../protocol/admin-scope.js';
import { GRANT_TYPES } from '../protocol/grant-types.js';
import { OAUTH_ERRORS } from '../protocol/oauth-error.js';

/** How a sign-in ended. The reasons are those of the audit log, and `throttled`: too many attempts, none was judged. */
export const SIGN_IN_OUTCOMES = ['succeeded', 'wrong_password', 'unknown_user', 'disabled', 'throttled'] as const;

/** What is timed, and the start of its path. */
export const TIMED = {
  authorize: ENDPOINTS.authorize,
  token: ENDPOINTS.token,
  introspect: ENDPOINTS.introspect,
  revoke: ENDPOINTS.revoke,
  userinfo: ENDPOINTS.userinfo,
  login: '/login',
  api: ADMIN_API,
} as const;
export type TimedEndpoint = keyof typeof TIMED;
export const TIMED_ENDPOINTS = Object.keys(TIMED) as TimedEndpoint[];

/** A label outside of its list is counted as this, so that no caller decides how many rows there are. */
export const OTHER = 'other';

/** What is counted, by labels from closed lists. */
export const COUNTED = {
  sign_in: SIGN_IN_OUTCOMES,
  token: GRANT_TYPES,
  token_failure: Object.keys(OAUTH_ERRORS),
  new_user: ['users'],
  new_client: ['clients'],
} as const satisfies Record<string, readonly string[]>;
export type CountedKind = keyof typeof COUNTED;

/** What is counted by app: labels are client ids of registered apps. */
export const COUNTED_BY_CLIENT = ['client_token', 'client_sign_in'] as const;
export type ClientKind = (typeof COUNTED_BY_CLIENT)[number];

/** Of durations: the label is the endpoint and the bound of its bucket. */
export const LATENCY = 'latency';
export type StatisticKind = CountedKind | ClientKind | typeof LATENCY;
