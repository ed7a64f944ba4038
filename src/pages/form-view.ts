/** What a form shows: what was typed, and what is wrong with it. Passwords are never shown again. */
export interface FormView {
  readonly values: Readonly<Record<string, string>>;
  /** Sentences by field. */
  readonly errors: Readonly<Record<string, string>>;
  /** A sentence about the whole form. */
  readonly summary?: string;
  /** What to do about it, in another tab: what was typed stays here. */
  readonly remedy?: { readonly label: string; readonly url: string };
}

export const EMPTY_FORM: FormView = { values: {}, errors: {} };
