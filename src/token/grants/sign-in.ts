import type { Grant } from '../grant.entity.js';
import type { SignIn } from '../token-context.js';

/** What the grant remembers of the sign-in that it began with. */
export function signInOf({ user, authTime, amr, sid, claims }: Grant): SignIn {
  if (user === undefined) throw new Error('a grant was read without its user');
  return { user, authTime, amr, sid, claims };
}
