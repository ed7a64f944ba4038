import { isLoopbackHost } from './loopback.js';
import type { SmtpServer } from './settings.js';
import { VariableFault } from './variable-fault.js';

/** RFC 6409 §3.1 and RFC 8314 §3.3: message submission, with STARTTLS and with TLS from the start. */
const DEFAULT_PORT = { 'smtp:': 587, 'smtps:': 465 } as const;

/** The forms that `SMTP_URL` takes. */
export const SMTP_URL_FORMS = 'smtp://user:password@host:587 or smtps://user:password@host:465';

/**
 * Reads where mail is handed over. Over `smtp:` the connection must be upgraded by STARTTLS before anything is said,
 * or somebody on the way could strip the offer (RFC 3207 §6). Only a loopback host, or `?tls=off`, goes without.
 * @throws VariableFault, which never repeats the text: it holds a password
 */
export function parseSmtpUrl(text: string): SmtpServer {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const port = url && DEFAULT_PORT[url.protocol as keyof typeof DEFAULT_PORT];
  if (url === undefined || port === undefined || url.hostname === '' || !['', '/'].includes(url.pathname)) {
    throw new VariableFault(`SMTP_URL is not the address of a mail server: set it like ${SMTP_URL_FORMS}.`);
  }
  const isTls = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return {
    host,
    port: url.port === '' ? port : Number(url.port),
    tls: isTls ? 'at-once' : mayBePlain(url) ? 'if-offered' : 'required',
    ...credentialsOf(url),
  };
}

function mayBePlain({ hostname, search }: URL): boolean {
  if (search !== '' && search !== '?tls=off') {
    throw new VariableFault('SMTP_URL has a query that is not known: only ?tls=off may stand behind the port.');
  }
  return search !== '' || isLoopbackHost(hostname);
}

function credentialsOf({ username, password }: URL): Pick<SmtpServer, 'credentials'> {
  if (username === '' && password === '') return {};
  try {
    return { credentials: { user: decodeURIComponent(username), password: decodeURIComponent(password) } };
  } catch {
    throw new VariableFault('SMTP_URL holds a % that encodes nothing: write %25 for a % in the user or password.');
  }
}
