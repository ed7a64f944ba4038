import type { KeysetPage, Position } from '../sql/keyset.js';

/** One page of a list, as the API answers it. */
export interface List<T> {
  readonly data: readonly T[];
  /** `cursor` of the next page; null on the last one. */
  readonly next: string | null;
}

/** A page of rows as the API shows it. */
export function listOf<Row, T>(
  { rows, next }: KeysetPage<Row>,
  show: (row: Row) => T,
  cursorOf: (position: Position) => string,
): List<T> {
  return { data: rows.map(show), next: next === undefined ? null : cursorOf(next) };
}
