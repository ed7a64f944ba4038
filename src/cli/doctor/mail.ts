import { createTransport } from 'nodemailer';
import type { Settings, SmtpServer } from '../../config/settings.js';
import { mailRoute } from '../../mail/mail-route.js';
import { type SmtpError, smtpReason } from '../../mail/smtp-failure.js';
import { smtpOptions } from '../../mail/smtp-options.js';
import type { Finding } from './finding.js';

const CHECK = 'mail';

const FIX_OF_CODE: Readonly<Record<string, string>> = {
  EAUTH: 'Put the user and the password in SMTP_URL right; what has a meaning in a URL is percent-encoded.',
  ETLS: 'Let the mail server offer STARTTLS with a certificate that is valid for the host in SMTP_URL, or use smtps://.',
  EDNS: 'Put the host in SMTP_URL right: it has no address.',
};
const USUAL_FIX = 'Put host and port in SMTP_URL right, and see that this machine may connect there.';

/** Does the mail server let us in? Nothing is sent. */
export async function checkMail(settings: Settings): Promise<Finding[]> {
  const { smtp, issuer } = settings;
  if (smtp !== undefined) return [await checkServer(smtp, issuer)];
  if (mailRoute(settings) === 'local') {
    return [{ check: CHECK, state: 'ok', detail: `No mail leaves this machine: ${issuer}/dev/mail shows it.` }];
  }
  return [
    {
      check: CHECK,
      state: 'warn',
      detail: 'No mail is sent: nobody can confirm an address or reset a lost password.',
      fix: 'Set SMTP_URL to the server that takes outgoing mail.',
    },
  ];
}

async function checkServer(smtp: SmtpServer, issuer: string): Promise<Finding> {
  const place = `${smtp.host}:${smtp.port}`;
  const transport = createTransport(smtpOptions(smtp, new URL(issuer).hostname));
  try {
    await transport.verify();
    return { check: CHECK, state: 'ok', detail: `${place} takes mail from us.` };
  } catch (error) {
    const failure = error as SmtpError;
    // A certificate that is not believed comes as a fault of the socket.
    const code = error instanceof Error && /certificate|TLS|SSL/i.test(error.message) ? 'ETLS' : (failure.code ?? '');
    const detail = `${place}: ${smtpReason({ ...failure, code })}.`;
    return { check: CHECK, state: 'fail', detail, fix: FIX_OF_CODE[code] ?? USUAL_FIX };
  } finally {
    transport.close();
  }
}
