import type { FormContent } from '../../http/page-form.js';
import type { Scope } from './scope-views.js';

type Fields = FormContent['fields'];

/** What a form is filled with. */
export function valuesOf({ descriptions, sensitivity, needs_user }: Scope): Record<string, string> {
  return {
    descriptions: Object.entries(descriptions)
      .map(([tag, sentence]) => `${tag}: ${sentence}`)
      .join('\n'),
    sensitivity,
    needs_user: needs_user ? 'on' : '',
  };
}

/** What a form asks for. The API judges the values. */
export function bodyOf({ descriptions = '', sensitivity, needs_user }: Fields) {
  return {
    descriptions: sentencesOf(descriptions),
    sensitivity: sensitivity as Scope['sensitivity'],
    needs_user: needs_user === 'on',
  };
}

/** `en: See your photos`, a language per line. */
function sentencesOf(lines: string): Record<string, string> {
  const entries = lines
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line): [string, string] => {
      const [tag = '', ...rest] = line.split(':');
      return [tag.trim(), rest.join(':').trim()];
    });
  return Object.fromEntries(entries);
}
