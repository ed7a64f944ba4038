import Handlebars, { type HelperDeclareSpec, type HelperOptions } from 'handlebars';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { HELPERS } from '../pages/helpers.js';
import { currentLanguage } from '../pages/reader.js';
import { text } from '../pages/texts.js';
import { timeText } from '../pages/time-text.js';
import { MAIL_TEMPLATES, type MailTemplate, type MailValues } from './mail-templates.js';
import { wrappedText } from './wrapped-text.js';

/*
 * A mail is written once, in `templates/<name>/<name>.hbs`, of parts that exist twice: in `templates/html` and in
 * `templates/text`. So its two forms never say different things.
 */

/** What a person reads. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Tag of the language that it is written in. */
  readonly language: string;
}

/** A mail to write. */
export interface MailContent<T extends MailTemplate = MailTemplate> {
  readonly template: T;
  readonly values: MailValues[T];
}

type Form = 'html' | 'text';

const FOLDER = join(import.meta.dirname, 'templates');
const OPTIONS: RuntimeOptions = { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false };

/** U+2068 and U+2069 keep a name written from right to left from turning the sentence around it (Unicode UAX 9 §2.7). */
function isolated(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `\u2068${String(value)}\u2069`]));
}

const ours: HelperDeclareSpec = {
  ...HELPERS,
  when: (at: string) => timeText(new Date(at)),
};
const OF_TEXT: HelperDeclareSpec = {
  ...ours,
  rich: (key: string, { hash }: HelperOptions) => text(key, isolated(hash as object)),
};

const forms = { html: formOf('html', ours), text: formOf('text', OF_TEXT) };

/**
 * The mail in the language of the moment (src/pages/texts.ts). Links lead to the issuer, never to where a request said
 * to come from (attack R50).
 * @throws Error when the template reads a value that is not there
 */
export function renderMail({ template, values }: MailContent, issuer: string): RenderedMail {
  const key = `mail.${template}.subject`;
  const subject = oneLine(text(key, values));
  const language = currentLanguage();
  const heading = text(key, isolated(values));
  const frame = { subject, heading, issuer, language, direction: text('language.direction') };
  const view = { ...values, issuer };
  return {
    subject,
    language,
    text: wrappedText(forms.text(template, view, frame)),
    html: forms.html(template, view, frame),
  };
}

function formOf(form: Form, helpers: HelperDeclareSpec) {
  const engine = Handlebars.create();
  engine.registerHelper(helpers);
  const options = { strict: true, preventIndent: true, noEscape: form === 'text' };
  const compile = (file: string) => engine.compile(readFileSync(join(FOLDER, file), 'utf8'), options);
  for (const file of readdirSync(join(FOLDER, form))) {
    // A part may be left without one of its values.
    const part = engine.compile(readFileSync(join(FOLDER, form, file), 'utf8'), { ...options, strict: false });
    engine.registerPartial(basename(file, '.hbs'), part);
  }
  const layout = compile(join(form, 'layout.hbs'));
  const templates = new Map(MAIL_TEMPLATES.map((name) => [name, compile(join(name, `${name}.hbs`))]));
  return (template: MailTemplate, view: object, frame: object) => {
    const body = new Handlebars.SafeString(templates.get(template)?.(view, OPTIONS) ?? '');
    return layout({ ...frame, body }, OPTIONS);
  };
}

/** A subject is one header: a line end in it would begin another one. */
function oneLine(subject: string): string {
  return subject.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
