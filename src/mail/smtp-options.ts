import type { SmtpServer } from '../config/settings.js';

/** Milliseconds. A server that hangs holds up its own mails only, and those try again. */
const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000, dnsTimeout: 5_000 };

/**
 * How the SMTP client connects. Certificates are verified, which is the client's default.
 * @param name what this server calls itself (RFC 5321 §4.1.1.1 `EHLO`)
 */
export function smtpOptions({ host, port, tls, credentials }: SmtpServer, name: string) {
  return {
    ...TIMEOUTS,
    host,
    port,
    name,
    secure: tls === 'at-once',
    requireTLS: tls === 'required',
    ...(credentials && { auth: { user: credentials.user, pass: credentials.password } }),
    // A mail is text of ours: nothing in it may make the client read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
