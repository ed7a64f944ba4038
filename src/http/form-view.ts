import type { FormView } from '../pages/form-view.js';
import { hasText, text } from '../pages/texts.js';
import type { FormResult } from './page-form.js';

/** Fields that are never sent back to the browser. */
const SECRET = /password|token/;

/**
 * A form to show again, with what was typed and a sentence beside each faulty field.
 * @param summary a sentence about the whole form
 */
export function formView(
  { fields, errors }: Pick<FormResult<object>, 'fields' | 'errors'>,
  summary?: string,
): FormView {
  const values = Object.fromEntries(Object.entries(fields).filter(([name]) => !SECRET.test(name)));
  const sentences = Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, sentence(key)]));
  return { values, errors: sentences, ...(summary === undefined ? {} : { summary }) };
}

/** Fields that no person fills in, like a return path, have rules without a text of their own. */
function sentence(key: string): string {
  return text(hasText(key) ? key : 'validation.invalid');
}
