import type { NewInvitation, MailableInvitation } from '../../src/users/invitations.service.js';
import { Invitations } from '../../src/users/invitations.service.js';
import type { TestApp } from './app.js';
import { noteSecret } from './leak-scan.js';
import { tokenOf } from './mailed-links.js';

let made = 0;

/** An address that nobody has. */
export function anAddress(): string {
  made += 1;
  return `invited-${made}@example.com`;
}

/** Somebody is invited by the operator, unless told otherwise; with the link that they would be mailed. */
export async function anInvitation(
  { app }: TestApp,
  changes: Partial<NewInvitation> = {},
): Promise<MailableInvitation> {
  const usual: NewInvitation = { email: anAddress(), role: 'user', inviter: { type: 'operator', id: 'root' } };
  const invitation = await app.get(Invitations).create({ ...usual, ...changes });
  if (invitation === undefined) throw new Error('the address is invited already');
  noteSecret(tokenOf(invitation.link));
  return invitation;
}
