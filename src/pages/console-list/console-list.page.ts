import { definePage } from '../define-page.js';
import type { ActionView, ConsoleFieldView, HiddenView, LinkView, TableView } from '../console-views.js';
import type { FormView } from '../form-view.js';

/** A list with search, filters, sorting and paging, all of them in its address. */
export interface ConsoleListView {
  readonly title: string;
  readonly lead?: string;
  /** What can be done here besides looking: new ones, exports. */
  readonly actions: readonly ActionView[];
  /** Search and filters; none for a list that has neither. */
  readonly filters: readonly ConsoleFieldView[];
  /** What the filters are now. */
  readonly form: FormView;
  /** The order, which filters keep. */
  readonly kept: readonly HiddenView[];
  readonly listUrl: string;
  /** There when something is filtered: the whole list. */
  readonly clearUrl?: string;
  readonly table: TableView;
  /** What can be done to the ticked rows; the first page asks before anything is done. */
  readonly bulk?: {
    readonly url: string;
    readonly actions: readonly { readonly value: string; readonly label: string }[];
  };
  /** When there is nothing: why, and what to do about it. */
  readonly empty: { readonly title: string; readonly detail: string; readonly action?: LinkView };
  readonly firstUrl?: string;
  readonly nextUrl?: string;
}

export const consoleListPage = definePage<ConsoleListView>('console-list', 'console', ({ title }) => title);
