import { emailKey } from './email-address.js';
import { usernameKey } from './username.js';

/** The unique column that a login is looked up in, and the value that stands there if the user exists. */
export interface LoginKey {
  readonly column: 'emailKey' | 'usernameKey';
  readonly key: string;
}

/**
 * What a typed user name or e-mail address is found by. Failed logins of unknown names are counted by it too: were
 * they told apart by anything finer, a second spelling would show whether the user exists (attack A39).
 */
export function loginKey(typed: string): LoginKey {
  // NFKC makes an @ of its full-width and small forms; no user name holds one.
  return typed.normalize('NFKC').includes('@')
    ? { column: 'emailKey', key: emailKey(typed) }
    : { column: 'usernameKey', key: usernameKey(typed) };
}
