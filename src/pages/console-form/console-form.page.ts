import { definePage } from '../define-page.js';
import type { ConsoleFieldView, HiddenView, LinkView } from '../console-views.js';
import type { FormView } from '../form-view.js';

/** A form: to make something, to change it, or to be sure before something is done that cannot be undone. */
export interface ConsoleFormView {
  /** Of a confirmation: the question, with the name of what it is about. */
  readonly title: string;
  readonly lead?: string;
  readonly back: LinkView;
  /** What will happen, one sentence each. */
  readonly consequences: readonly string[];
  readonly actionUrl: string;
  /** Fields with a heading of their own; without one for a short form. */
  readonly groups: readonly { readonly legend?: string; readonly fields: readonly ConsoleFieldView[] }[];
  readonly hidden: readonly HiddenView[];
  readonly form: FormView;
  /** What the button says. */
  readonly submit: string;
  readonly isDanger?: boolean;
  /** Whether a file goes along. */
  readonly isUpload?: boolean;
}

export const consoleFormPage = definePage<ConsoleFormView>('console-form', 'console', ({ title }) => title);
