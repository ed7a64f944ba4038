import { describe, expect, it } from 'vitest';
import { MAIL_SAMPLES } from '../../test/support/gallery/mail-samples.js';
import { LANGUAGES } from '../pages/reader.js';
import { inLocale } from '../pages/texts.js';
import { MAIL_TEMPLATES } from './mail-templates.js';
import { renderMail } from './render-mail.js';

const ISSUER = 'https://login.example.com';
const HOSTILE = `"><img src=x onerror=alert(1)>'&{{subject}}`;
const at = new Date(0).toISOString();

describe('mails', () => {
  for (const language of LANGUAGES) {
    it.each(MAIL_TEMPLATES)(`${language}: %s says in text what it says in HTML, with the same links`, (template) => {
      const values = MAIL_SAMPLES[template];
      const { text, html, subject } = inLocale(language, () => renderMail({ template, values }, ISSUER));
      const inHtml = [...html.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link.replaceAll('&#x3D;', '='));
      const inText = text.split('\n').filter((line) => line.startsWith('http'));
      expect(inText).toEqual(inHtml);
      expect(text.startsWith(subject.slice(0, 10))).toBe(true);
      for (const line of text.split('\n')) expect(line.startsWith('http') || line.length <= 78).toBe(true);
    });
  }

  it('escape what they are filled with', () => {
    const { html } = renderMail(
      { template: 'app-secret-rotated', values: { app: HOSTILE, at, appUrl: HOSTILE } },
      ISSUER,
    );
    expect(html).not.toContain('<img');
    expect(html).not.toContain(HOSTILE);
  });

  it('have a subject of one line, whatever stands in it', () => {
    const app = 'Acme\r\nBcc: victim@example.com\u2028\u0000x';
    const { subject } = renderMail({ template: 'app-secret-rotated', values: { app, at, appUrl: ISSUER } }, ISSUER);
    expect(subject).toContain('Acme Bcc: victim@example.com x');
  });
});
