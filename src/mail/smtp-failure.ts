/** What the SMTP client tells of a failure, besides sentences that may hold an address. */
export interface SmtpError {
  readonly code?: string;
  /** The server's answer (RFC 5321 §4.2). */
  readonly responseCode?: number;
  /** The command that it answers. */
  readonly command?: string;
}

/** Commands whose refusal is about this mail. One of any other is about this server, and its admin can mend it. */
const ABOUT_THE_MAIL = new Set(['RCPT TO', 'DATA']);

/**
 * Whether no repeat can help. RFC 5321 §4.2.1: after an answer of 500 to 599 "the SMTP client SHOULD NOT repeat the
 * exact request". A refused password or sender is a setting of ours: the mails wait until it is put right.
 */
export function isRefusedForGood({ responseCode = 0, command = '' }: SmtpError): boolean {
  return responseCode >= 500 && responseCode < 600 && ABOUT_THE_MAIL.has(command);
}

/** The failure without the server's words, which repeat the address. */
export function smtpReason({ code = 'unknown', responseCode, command = 'us' }: SmtpError): string {
  return responseCode === undefined
    ? `the mail server failed: ${code}`
    : `the mail server answered ${responseCode} to ${command}`;
}
