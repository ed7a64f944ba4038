import type { User } from './user.entity.js';

/**
 * The user's name as it may stand in a mail to their address; null while nobody has proven the address. Somebody could
 * make an account with a stranger's address and a name that advertises a site.
 */
export function provenName({ username, emailVerifiedAt }: User): string | null {
  return emailVerifiedAt === null ? null : username;
}
