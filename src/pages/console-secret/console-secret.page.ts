import { definePage } from '../define-page.js';
import type { FactView, LinkView } from '../console-views.js';

/** A secret, shown once. */
export interface ConsoleSecretView {
  readonly title: string;
  /** What it is for, and that it is not shown again. */
  readonly lead: string;
  readonly facts: readonly FactView[];
  readonly secret: { readonly id: string; readonly label: string; readonly value: string };
  readonly next: LinkView;
}

export const consoleSecretPage = definePage<ConsoleSecretView>('console-secret', 'console', ({ title }) => title);
