import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Where a page ends: the values of its last row in the columns that it is sorted by. */
export interface Position {
  readonly value: string | number;
  readonly id: string;
}

/** One way to sort a list: by a property, and by its key where that is the same. */
export interface Order {
  /** Property of the entity; its key for the order of making. Never from a request. */
  readonly by: string;
  readonly direction: 'ASC' | 'DESC';
  /** The property that tells rows apart: a UUIDv7; `id` unless said otherwise. */
  readonly key?: string;
}

export interface KeysetPage<T> {
  readonly rows: readonly T[];
  /** Undefined on the last page. */
  readonly next?: Position;
}

/**
 * One page of a list, found by its position and not by counting rows: as quick at the end as at the start, and nothing is
 * skipped or repeated when rows come and go. One statement.
 * @param limit rows of a page
 * @param after the end of the page before
 */
export async function keysetPage<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  { by, direction, key = 'id' }: Order,
  limit: number,
  after?: Position,
): Promise<KeysetPage<T>> {
  const sign = direction === 'ASC' ? '>' : '<';
  const [column, id] = [`${query.alias}.${by}`, `${query.alias}.${key}`];
  if (after !== undefined && by === key) query.andWhere(`${id} ${sign} :afterId`, { afterId: after.id });
  else if (after !== undefined) {
    query.andWhere(`(${column} ${sign} :afterValue OR (${column} = :afterValue AND ${id} ${sign} :afterId))`, {
      afterValue: after.value,
      afterId: after.id,
    });
  }
  if (by !== key) query.orderBy(column, direction).addOrderBy(id, direction);
  else query.orderBy(id, direction);
  const found = await query.limit(limit + 1).getMany();
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (found.length <= limit || last === undefined) return { rows };
  return { rows, next: { value: positionValue(last, by), id: String(last[key]) } };
}

function positionValue(row: ObjectLiteral, by: string): string | number {
  const value: unknown = row[by];
  return value instanceof Date ? value.getTime() : typeof value === 'number' ? value : String(value);
}
