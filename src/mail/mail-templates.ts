/*
 * Every mail, and the values that its template reads besides the texts. They wait in the outbox as JSON. Mails to an
 * address that nobody has proven hold no name that somebody chose (src/users/proven-name.ts). See docs/adr/0035.
 */
export interface MailValues {
  /** To the address that a new account gave. */
  'verify-email': { readonly link: string; readonly hours: number };
  /** To the address that an account wants to leave. `newEmail` is told to a proven address only, which must agree. */
  'change-email-old': { readonly link: string; readonly hours: number; readonly newEmail: string | null };
  /** To the address that an account wants to use. */
  'change-email-new': { readonly link: string; readonly hours: number };
  /** To the owner of an address that another account wanted to use. */
  'email-in-use': { readonly username: string | null };
  /** To the address that was left. */
  'email-changed': { readonly username: string; readonly newEmail: string; readonly at: string };
  'reset-password': { readonly username: string | null; readonly link: string; readonly minutes: number };
  /** To an address that may have nothing to do with this server: it holds nothing that somebody typed. */
  invitation: { readonly link: string; readonly days: number };
  'password-changed': { readonly username: string | null; readonly at: string; readonly wasReset: boolean };
  /** `browser` is what it says about itself, null when it says nothing that we know. */
  'new-sign-in': { readonly username: string; readonly at: string; readonly browser: string | null };
  'app-secret-rotated': { readonly app: string; readonly at: string; readonly appUrl: string };
  /** To the owner of an app of which somebody else made or ended a secret. `othersEndAt` of one that replaces others. */
  'app-secret-by-staff': {
    readonly app: string;
    readonly at: string;
    readonly appUrl: string;
    readonly wasEnded: boolean;
    readonly wasReplaced: boolean;
    readonly othersEndAt: string | null;
  };
}

export type MailTemplate = keyof MailValues;

/** Their names, for what looks at each of them. A missing one does not compile. */
export const MAIL_TEMPLATES = Object.keys({
  'verify-email': true,
  'change-email-old': true,
  'change-email-new': true,
  'email-in-use': true,
  'email-changed': true,
  'reset-password': true,
  invitation: true,
  'password-changed': true,
  'new-sign-in': true,
  'app-secret-rotated': true,
  'app-secret-by-staff': true,
} satisfies Record<MailTemplate, true>) as MailTemplate[];
