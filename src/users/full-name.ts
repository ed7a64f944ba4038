import type { User } from './user.entity.js';

/** What people call the user: the whole name as they wrote it, else what they gave of its parts. */
export function fullName({ name, givenName, familyName }: User): string | undefined {
  const parts = [givenName, familyName].filter((part) => part !== null);
  return name ?? (parts.length === 0 ? undefined : parts.join(' '));
}
