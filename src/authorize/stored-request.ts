import type { Params } from '../protocol/params.js';

/** The parameters that mean something to this server. Anything else in a request is not kept. */
const KNOWN = [
  'response_type',
  'response_mode',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
  'nonce',
  'prompt',
  'max_age',
  'login_hint',
  'ui_locales',
  'claims',
  'claims_locales',
];

/** What is kept of a validated authorization request while it waits, and what it is started again from. */
export function storedParameters(values: Params): Record<string, string> {
  return Object.fromEntries(
    KNOWN.flatMap((name) => {
      const value = values[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
