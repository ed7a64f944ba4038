import type { Settings } from '../config/settings.js';

/**
 * Where mail goes. `local`: this is a developer's machine (a plain-http issuer can only be a loopback address), which
 * shows its mails on a page. `none`: nowhere, and what needs mail says so.
 */
export type MailRoute = 'smtp' | 'local' | 'none';

/** Where the mail of this server goes. */
export function mailRoute({ smtp, isHttps }: Pick<Settings, 'smtp' | 'isHttps'>): MailRoute {
  if (smtp !== undefined) return 'smtp';
  return isHttps ? 'none' : 'local';
}
