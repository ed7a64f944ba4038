/*
 * What the pages of the console are made of. The console speaks English only (docs/adr/0052), so that its sentences stand
 * beside what they are about, in src/console, and not in the files of texts.
 */

export interface LinkView {
  readonly label: string;
  readonly url: string;
}

/** A stretch of time and a part of it, in hundredths of what the column shows. */
interface SpansView {
  readonly now: number;
  readonly whole: { readonly x: number; readonly width: number };
  readonly part?: { readonly x: number; readonly width: number };
}

/** One value of a table or a detail page: exactly one of `text`, `code`, `at`, `badge` and `spans`, or nothing to show. */
export interface CellView {
  readonly text?: string;
  /** An id or an address: in a typewriter face, always from left to right. */
  readonly code?: string;
  readonly at?: Date;
  /** When what began at `at` ends. */
  readonly until?: Date;
  readonly badge?: string;
  readonly tone?: Tone;
  /** Drawn on a line; the times stand in words beside it. */
  readonly spans?: SpansView;
  /** Where the value leads to. */
  readonly url?: string;
  /** Smaller, below the value. */
  readonly detail?: string;
}

/** How good the news of a badge is; neutral when absent. */
export type Tone = 'good' | 'caution' | 'bad';

export interface ColumnView {
  readonly label: string;
  /** The list in this order; absent when it cannot be sorted by this. */
  readonly sortUrl?: string;
  /** For `aria-sort`, when the list is sorted by this now. */
  readonly sorted?: 'ascending' | 'descending';
  /** Whether its cells are what can be done to the row: only who may do it has the column. */
  readonly isActs?: boolean;
}

/** A column of what can be done to each row. */
export function actsColumn(label = 'What to do'): ColumnView {
  return { label, isActs: true };
}

export interface RowView {
  /** For its box, when rows can be ticked. */
  readonly id?: string;
  /** What is ticked, for screen readers. */
  readonly name?: string;
  /** As many as there are columns; each with the label of its column, which narrow screens show. */
  readonly cells: readonly (CellView & { readonly column: string })[];
}

export interface TableView {
  /** What the table is about, for screen readers. */
  readonly caption: string;
  readonly columns: readonly ColumnView[];
  readonly rows: readonly RowView[];
}

/** A table from its cells by row. */
export function tableOf(
  caption: string,
  columns: readonly (string | ColumnView)[],
  rows: readonly (
    readonly CellView[] | { readonly id: string; readonly name: string; readonly cells: readonly CellView[] }
  )[],
): TableView {
  const heads = columns.map((column) => (typeof column === 'string' ? { label: column } : column));
  const labelled = (cells: readonly CellView[]) =>
    cells.map((cell, index) => ({ ...cell, column: heads[index]?.label ?? '' }));
  return {
    caption,
    columns: heads,
    rows: rows.map((row) => ('cells' in row ? { ...row, cells: labelled(row.cells) } : { cells: labelled(row) })),
  };
}

/** A value with its name, on a detail page. */
export interface FactView {
  readonly label: string;
  readonly values: readonly CellView[];
}

export function fact(label: string, ...values: readonly CellView[]): FactView {
  return { label, values };
}

/** A time as the API tells it; a dash for one that has not come. */
export function timeCell(iso: string | null | undefined, none = '—'): CellView {
  return iso === null || iso === undefined ? { text: none } : { at: new Date(iso) };
}

/** A text as the API tells it; a dash where there is none. */
export function textCell(value: string | null | undefined): CellView {
  return { text: value === null || value === undefined || value === '' ? '—' : value };
}

/** What can be done: a page that asks first, or a form of one button for what can be undone. */
export interface ActionView {
  readonly label: string;
  readonly url: string;
  readonly isPost?: boolean;
  readonly hidden?: readonly HiddenView[];
  readonly isPrimary?: boolean;
  readonly isDanger?: boolean;
}

/** A value that a form sends along. */
export interface HiddenView {
  readonly name: string;
  readonly value: string;
}

export interface ChoiceView {
  readonly value: string;
  readonly label: string;
  readonly isTicked?: boolean;
  readonly hint?: string;
}

/** One field of a form, or one filter of a list. */
export interface ConsoleFieldView {
  readonly name: string;
  readonly label: string;
  /** `lines`: a text area, one value per line. `ticks`: several boxes of one name. `check`: one box, sent as `on`. */
  readonly kind:
    | 'text'
    | 'email'
    | 'url'
    | 'password'
    | 'number'
    | 'date'
    | 'datetime-local'
    | 'search'
    | 'select'
    | 'lines'
    | 'ticks'
    | 'check'
    | 'file';
  readonly hint?: string;
  readonly choices?: readonly ChoiceView[];
  /** What the first choice says, which chooses nothing. */
  readonly none?: string;
  readonly rows?: number;
  readonly isRequired?: boolean;
  readonly isOptional?: boolean;
  readonly autocomplete?: string;
  /** Of a box: whether it is ticked. */
  readonly isTicked?: boolean;
  /** Of a file: which ones the browser offers. */
  readonly accept?: string;
}

/** Choices of a closed list; each says what it is. */
export function choicesOf(values: readonly string[], ticked: readonly string[] = []): ChoiceView[] {
  return values.map((value) => ({ value, label: words(value), ...(ticked.includes(value) && { isTicked: true }) }));
}

/** A value of the API in words: `secret_rotated` → "Secret rotated". */
export function words(value: string): string {
  const text = value.replaceAll(/[_-]/g, ' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
