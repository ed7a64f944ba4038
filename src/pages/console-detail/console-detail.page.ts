import { definePage } from '../define-page.js';
import type { ActionView, CellView, FactView, LinkView, TableView } from '../console-views.js';

/** A part of a detail page: facts, a table, or both. */
export interface SectionView {
  readonly title: string;
  readonly lead?: string;
  readonly actions?: readonly ActionView[];
  readonly facts?: readonly FactView[];
  readonly table?: TableView;
  /** What to say in place of an empty table. */
  readonly empty?: string;
  /** Where all of them are. */
  readonly more?: LinkView;
  /** A long text, such as JSON. */
  readonly code?: { readonly id: string; readonly label: string; readonly code: string };
}

/** One thing, and what can be done to it. */
export interface ConsoleDetailView {
  readonly title: string;
  /** The list that it is one of; absent on a page that the navigation leads to. */
  readonly back?: LinkView;
  readonly lead?: string;
  readonly badges: readonly CellView[];
  /** Something that its reader should know first. */
  readonly warning?: string;
  /** Of long work. */
  readonly progress?: { readonly label: string; readonly done: number; readonly total: number };
  readonly actions: readonly ActionView[];
  readonly facts: readonly FactView[];
  readonly sections: readonly SectionView[];
}

export const consoleDetailPage = definePage<ConsoleDetailView>('console-detail', 'console', ({ title }) => title);
