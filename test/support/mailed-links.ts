import { User } from '../../src/users/user.entity.js';
import type { TestApp } from './app.js';
import type { Page, TestBrowser } from './browser.js';
import { aUser, type TestUser, type UserChanges } from './builders.js';
import { deliverMail, linkIn, type MailServer } from './smtp-server.js';

/** A person whose address is proven. */
export function aProvenUser(served: TestApp, changes: UserChanges = {}): Promise<TestUser> {
  return aUser(served, { ...changes, row: { emailVerifiedAt: new Date(), ...changes.row } });
}

/** The user's row as it is now. */
export function userRow({ source }: TestApp, { id }: Pick<TestUser, 'id'>): Promise<User> {
  return source.getRepository(User).findOneByOrFail({ id });
}

/** Asks for a new password as a stranger would, and reads the link from the user's mailbox. */
export async function aResetLink(
  served: TestApp,
  server: MailServer,
  { browser, user }: { browser: TestBrowser; user: Pick<TestUser, 'email'> },
): Promise<string> {
  await askForReset(browser, user.email);
  await deliverMail(served);
  return linkIn(server.lastTo(user.email));
}

/** Fills the form for a lost password. */
export async function askForReset(browser: TestBrowser, email: string, url = '/forgot-password'): Promise<Page> {
  return browser.submit(await browser.open(url), { email }, { form: 'forgot-password' });
}

/** Follows a link to a new password and sets it. */
export async function setPassword(browser: TestBrowser, link: string, password: string): Promise<Page> {
  return browser.submit(await browser.get(link), { new_password: password }, { form: 'reset-password' });
}

/** The token of a mailed link. */
export function tokenOf(link: string): string {
  return new URL(link).searchParams.get('token') ?? '';
}
