import type { ColumnView, ConsoleFieldView, HiddenView } from '../pages/console-views.js';
import type { FormView } from '../pages/form-view.js';

/** What the address of a list may hold; anything may stand there. */
export type ListQuery = Readonly<Record<string, unknown>>;

/**
 * The state of a list, which its address holds whole: it survives a reload, a bookmark and the back button.
 */
export class ListState {
  private readonly values: Readonly<Record<string, string>>;

  /** @param path of the list @param query of the request @param filters the fields of its filter form */
  constructor(
    private readonly path: string,
    query: ListQuery,
    readonly filters: readonly ConsoleFieldView[],
  ) {
    const known = [...filters.map(({ name }) => name), 'sort', 'cursor'];
    const given = known.map((name) => [name, query[name]] as const);
    this.values = Object.fromEntries(
      given.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
    );
  }

  /** For the API's `query`: what is filtered, sorted and where the page begins. The API judges the values. */
  get query(): Readonly<Record<string, string>> {
    return this.values;
  }

  /** Parts of the view that every list has. @param next the cursor of the next page */
  view(next: string | null): {
    readonly filters: readonly ConsoleFieldView[];
    readonly form: FormView;
    readonly kept: readonly HiddenView[];
    readonly listUrl: string;
    readonly clearUrl?: string;
    readonly firstUrl?: string;
    readonly nextUrl?: string;
  } {
    const { sort, cursor, ...filtered } = this.values;
    return {
      filters: this.filters,
      form: { values: this.values, errors: {} },
      kept: sort === undefined ? [] : [{ name: 'sort', value: sort }],
      listUrl: this.path,
      ...(Object.keys(filtered).length > 0 && { clearUrl: this.url({ ...(sort !== undefined && { sort }) }) }),
      ...(cursor !== undefined && { firstUrl: this.url(this.without('cursor')) }),
      ...(next !== null && { nextUrl: this.url({ ...this.values, cursor: next }) }),
    };
  }

  /** The list as it is now, of a new path: for an export of the same rows. */
  urlOf(path: string): string {
    return address(path, this.without('cursor'));
  }

  /** A column that the list can be sorted by; its link turns the order round. @param initial the order when none is chosen */
  column(label: string, by: string, initial: string): ColumnView {
    const sort = this.values['sort'] ?? initial;
    const isDescending = sort === `-${by}`;
    const sortUrl = this.url({ ...this.without('cursor'), sort: sort === by ? `-${by}` : by });
    if (sort !== by && !isDescending) return { label, sortUrl };
    return { label, sortUrl, sorted: isDescending ? 'descending' : 'ascending' };
  }

  private without(name: string): Record<string, string> {
    return Object.fromEntries(Object.entries(this.values).filter(([key]) => key !== name));
  }

  private url(values: Readonly<Record<string, string>>): string {
    return address(this.path, values);
  }
}

function address(path: string, values: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(values).toString();
  return query === '' ? path : `${path}?${query}`;
}
