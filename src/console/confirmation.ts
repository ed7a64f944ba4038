import type { FormView } from '../pages/form-view.js';

/** What is wrong with the name that was typed to be sure; undefined when it is right. Its field is `confirmation`. */
export function typedName(typed: string, name: string): FormView | undefined {
  if (typed.trim() === name) return undefined;
  return { values: { confirmation: typed }, errors: { confirmation: 'That is not the name. Nothing was done.' } };
}
