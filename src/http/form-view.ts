import type { FormView } from '../pages/form-view.js';
import { text } from '../pages/texts.js';
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
  const sentences = Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, text(key)]));
  return { values, errors: sentences, ...(summary === undefined ? {} : { summary }) };
}
