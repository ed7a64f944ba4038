import type { AuthorizationRequest } from '../protocol/authorization-request.js';
import { knownParameters } from '../protocol/authorization-request/known-parameters.js';
import type { Params } from '../protocol/params.js';

/**
 * What is kept of a validated authorization request while it waits, and what it is started again from. `max_age` is the
 * one that holds, be it the request's or the registration's: the steps look for it here.
 */
export function storedParameters(values: Params, { maxAge }: AuthorizationRequest): Record<string, string> {
  return { ...knownParameters(values), ...(maxAge === undefined ? {} : { max_age: String(maxAge) }) };
}
