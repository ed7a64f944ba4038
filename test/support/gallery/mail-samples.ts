import { inLocale } from '../../../src/pages/texts.js';
import { MAIL_TEMPLATES, type MailValues } from '../../../src/mail/mail-templates.js';
import { linkedText } from '../../../src/mail/linked-text.js';
import { renderMail, type RenderedMail } from '../../../src/mail/render-mail.js';
import { devMailPage } from '../../../src/pages/dev-mail/dev-mail.page.js';
import { devMailsPage } from '../../../src/pages/dev-mails/dev-mails.page.js';
import { type EmailChangeView, emailChangePage } from '../../../src/pages/email-change/email-change.page.js';
import { forgotPasswordPage } from '../../../src/pages/forgot-password/forgot-password.page.js';
import { EMPTY_FORM } from '../../../src/pages/form-view.js';
import { linkOverPage } from '../../../src/pages/link-over/link-over.page.js';
import { passwordSetPage } from '../../../src/pages/password-set/password-set.page.js';
import { resetPasswordPage } from '../../../src/pages/reset-password/reset-password.page.js';
import { text } from '../../../src/pages/texts.js';
import { verifyEmailPage } from '../../../src/pages/verify-email/verify-email.page.js';
import { ADA, filled, INTERACTION, LONG, NOOR, PHOTOS, RTL, UNBROKEN } from './people.js';
import { type Sample, samplesOf } from './sample.js';

const ISSUER = 'http://localhost:3000';
const TOKEN = 'x'.repeat(43);
const SENT_AT = new Date('2026-11-23T21:10:00Z');
const LONG_EMAIL = `${UNBROKEN.slice(0, 64)}@${'very-long-label.'.repeat(8)}example`;

/** Values that each mail may well get. */
export const MAIL_SAMPLES: MailValues = {
  'verify-email': { link: `${ISSUER}/verify-email?token=${TOKEN}`, hours: 24 },
  'change-email-old': { link: `${ISSUER}/email-change/old?token=${TOKEN}`, hours: 24, newEmail: 'ada@example.org' },
  'change-email-new': { link: `${ISSUER}/email-change/new?token=${TOKEN}`, hours: 24 },
  'email-in-use': { username: 'ada' },
  'email-changed': { username: 'ada', newEmail: 'ada@example.org', at: SENT_AT.toISOString() },
  'reset-password': { username: NOOR.username, link: `${ISSUER}/reset-password?token=${TOKEN}`, minutes: 30 },
  invitation: { link: `${ISSUER}/invitation?token=${TOKEN}`, days: 7 },
  'password-changed': { username: 'jörg', at: SENT_AT.toISOString(), wasReset: true },
  'new-sign-in': { username: 'ada', at: SENT_AT.toISOString(), browser: 'Firefox, Linux' },
  'app-secret-rotated': { app: RTL.name, at: SENT_AT.toISOString(), appUrl: `${ISSUER}/apps/${INTERACTION}` },
  'app-secret-by-staff': {
    app: RTL.name,
    at: SENT_AT.toISOString(),
    appUrl: `${ISSUER}/apps/${INTERACTION}`,
    wasEnded: false,
    wasReplaced: false,
    othersEndAt: SENT_AT.toISOString(),
  },
};

/** Every mail as it would be written in a language. */
export function writtenMails(locale = 'en'): [name: string, mail: RenderedMail][] {
  return inLocale(locale, () =>
    MAIL_TEMPLATES.map((template) => [template, renderMail({ template, values: MAIL_SAMPLES[template] }, ISSUER)]),
  );
}

/** The HTML of every mail by name. */
export function* mailSources(): Generator<[name: string, html: string]> {
  for (const [template, { html }] of writtenMails()) yield [`mail--${template}`, html];
}

/** The pages that mails lead to, and those that show mails. */
export function mailSamples(): Sample[] {
  return [...recovery(), ...addresses(), ...overs(), ...mailbox()];
}

function recovery(): Sample[] {
  const view = { form: EMPTY_FORM, canSend: true, loginUrl: '/login' };
  return [
    ...samplesOf(forgotPasswordPage, {
      plain: { ...view, returnTo: '/apps' },
      app: { ...view, app: PHOTOS, interactionId: INTERACTION },
      wrong: { ...view, form: { ...filled({ email: 'ada' }), errors: { email: text('validation.email') } } },
      sent: { ...view, sentTo: 'ada@example.com' },
      long: { ...view, sentTo: LONG_EMAIL },
      no_mail: { ...view, canSend: false },
      no_mail_sent: { ...view, canSend: false, sentTo: 'ada@example.com' },
    }),
    ...samplesOf(resetPasswordPage, {
      plain: { form: EMPTY_FORM, token: TOKEN, username: 'ada' },
      wrong: {
        form: { values: {}, errors: { new_password: text('validation.password_common') } },
        token: TOKEN,
        username: NOOR.username,
        interactionId: INTERACTION,
      },
    }),
    ...samplesOf(passwordSetPage, { plain: { loginUrl: '/login' }, app: { loginUrl: '/login', app: LONG } }),
  ];
}

function addresses(): Sample[] {
  const change: EmailChangeView = { side: 'old', state: 'ask', username: 'ada', newEmail: 'ada@example.org' };
  return [
    ...samplesOf(verifyEmailPage, {
      ask: { email: 'ada@example.com', username: 'ada', token: TOKEN },
      done: { email: 'ada@example.com', username: 'ada' },
      long: { email: LONG_EMAIL, username: NOOR.username, token: TOKEN },
    }),
    ...samplesOf(emailChangePage, {
      old: { ...change, token: TOKEN },
      new: { ...change, side: 'new', token: TOKEN },
      stop: { ...change, state: 'stop', token: TOKEN },
      waiting: { ...change, state: 'waiting' },
      waiting_new: { ...change, side: 'new', state: 'waiting' },
      done: { ...change, state: 'done' },
      done_new: { ...change, side: 'new', state: 'done' },
      stopped: { ...change, state: 'stopped' },
      taken: { ...change, state: 'taken' },
      taken_new: { ...change, side: 'new', state: 'taken', newEmail: LONG_EMAIL },
    }),
  ];
}

function overs(): Sample[] {
  return samplesOf(linkOverPage, {
    verify: { kind: 'verify_email' },
    change: { kind: 'email_change' },
    reset: { kind: 'reset_password' },
    foreign: { kind: 'verify_email', otherThan: NOOR.username },
  });
}

function mailbox(): Sample[] {
  const [, mail] = writtenMails()[0] ?? [];
  if (mail === undefined) throw new Error('there are no mails');
  const { subject } = mail;
  const html = mail.html.slice(0, 400);
  const row = { id: INTERACTION, to: 'ada@example.com', subject, sentAt: SENT_AT };
  const lines = linkedText(mail.text, ISSUER).slice(0, 8);
  return [
    ...samplesOf(devMailsPage, { empty: { mails: [] }, many: { mails: [row, { ...row, to: LONG_EMAIL }] } }),
    ...samplesOf(devMailPage, { plain: { to: row.to, subject, sentAt: SENT_AT, html, lines } }, { viewer: ADA }),
  ];
}
