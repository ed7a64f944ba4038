import { userInfo } from 'node:os';
import { plainToInstance } from 'class-transformer';
import { IsOptional, validate } from 'class-validator';
import { AddressesModule } from '../addresses/addresses.module.js';
import { InvitationMails, type InvitationRefusal } from '../addresses/invitation-mails.service.js';
import { Outbox } from '../outbox/outbox.service.js';
import { hasText, text } from '../pages/texts.js';
import { Language, Line } from '../users/claim-rules.js';
import { Email } from '../users/form-rules.js';
import type { UserRole } from '../users/user.entity.js';
import { CommandFailure, usageFailure } from './command-failure.js';
import { printJson, printLines } from './output.js';
import { withServices } from './with-database.js';

export interface InviteUserOptions {
  readonly name?: string;
  readonly locale?: string;
  readonly role: UserRole;
  readonly json?: true;
}

const SENTENCES: Readonly<Record<InvitationRefusal, string>> = {
  closed: 'REGISTRATION is closed: set it to invite or open, or make the user with doorward user create.',
  no_mail: 'This server sends no mail: set SMTP_URL. Following the mailed link is what proves the address.',
  has_account: 'A user has this address already.',
  is_invited: 'This address is invited already.',
};

/** What was typed. */
class Invitee {
  @Email() email!: string;
  @IsOptional() @Line(200) name?: string;
  @IsOptional() @Language() locale?: string;
}

/**
 * `doorward user invite`. The link is mailed, never printed: following it proves the address.
 * @throws CommandFailure
 */
export async function inviteUser(typed: string, { json, role, ...claims }: InviteUserOptions): Promise<void> {
  const { email, name, locale } = await checked({ email: typed, ...claims });
  const inviter = { type: 'operator', id: userInfo().username } as const;
  const invitation = await withServices(
    'write',
    async (services) => {
      const outcome = await services.get(InvitationMails).invite({ email, name, locale, role, inviter });
      if (typeof outcome === 'string') throw new CommandFailure([SENTENCES[outcome]]);
      // What cannot leave now stays for the server.
      await services.get(Outbox).drain();
      return outcome;
    },
    [AddressesModule],
  );
  const { id, expiresAt } = invitation;
  if (json) printJson({ id, email, role, expires_at: expiresAt.toISOString() });
  else printLines(`An invitation is on its way to ${email}. Its link works once, for seven days.`);
}

/** @throws CommandFailure with every fault */
async function checked(plain: object): Promise<Invitee> {
  const invitee = plainToInstance(Invitee, plain);
  const faults = await validate(invitee, { whitelist: true, stopAtFirstError: true });
  if (faults.length === 0) return invitee;
  const sentences = faults.map(({ property, constraints = {} }) => {
    const [said = ''] = Object.values(constraints);
    const option = property === 'email' ? 'address' : `--${property}`;
    return `${option}: ${text(hasText(said) ? said : 'validation.invalid')}`;
  });
  throw usageFailure(...sentences);
}
