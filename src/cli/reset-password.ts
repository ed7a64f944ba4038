import { AddressesModule } from '../addresses/addresses.module.js';
import { ResetLinks } from '../addresses/reset-links.service.js';
import { Outbox } from '../outbox/outbox.service.js';
import { UserLinks } from '../users/user-links.service.js';
import type { User } from '../users/user.entity.js';
import { UserService } from '../users/user.service.js';
import { CommandFailure } from './command-failure.js';
import { printJson, printLines, styled } from './output.js';
import { type Services, withServices } from './with-database.js';

export interface ResetPasswordOptions {
  readonly mail?: true;
  readonly json?: true;
}

/** A link, or the address that it was sent to: printed links are credentials. */
interface Outcome {
  readonly user: User;
  readonly link?: string;
}

/**
 * `doorward user reset-password`: for a user who cannot ask for the link by themselves. Nothing changes until it is used.
 * @throws CommandFailure
 */
export async function resetPassword(login: string, { mail, json }: ResetPasswordOptions): Promise<void> {
  const { user, link } = await (mail
    ? withServices('write', (services) => sendLink(services, login), [AddressesModule])
    : withServices('write', (services) => makeLink(services, login)));
  if (json) return printJson({ username: user.username, ...(link === undefined ? { sent_to: user.email } : { link }) });
  if (link === undefined) return printLines(`A link for a new password is on its way to ${user.email}.`);
  printLines(`With this link ${styled('bold', user.username)} sets a new password. It works once.`, '', `  ${link}`);
}

async function makeLink(services: Services, login: string): Promise<Required<Outcome>> {
  const user = await activeUser(services, login);
  return { user, link: await services.get(UserLinks).create(user, 'reset_password') };
}

/** @throws CommandFailure */
async function activeUser(services: Services, login: string): Promise<User> {
  const user = await services.get(UserService).byLogin(login);
  if (user === null) throw new CommandFailure([`There is no user '${login}': look with 'doorward user list'.`]);
  if (user.status !== 'active') throw new CommandFailure([`The user ${user.username} is disabled.`]);
  return user;
}

async function sendLink(services: Services, login: string): Promise<Outcome> {
  const links = services.get(ResetLinks);
  if (!links.canSend) {
    throw new CommandFailure(['This server sends no mail: set SMTP_URL, or leave --mail out and hand the link over.']);
  }
  const user = await activeUser(services, login);
  await links.send(user);
  // What cannot leave now stays for the server.
  await services.get(Outbox).drain();
  return { user };
}
