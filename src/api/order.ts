import type { Order } from '../sql/keyset.js';

/**
 * The order that a `sort` parameter names, of those that the list has.
 * @param sort validated: a name of `orders`, or the same with a minus in front of it
 */
export function orderOf(sort: string, orders: Readonly<Record<string, string>>): Order {
  const isDescending = sort.startsWith('-');
  const by = orders[isDescending ? sort.slice(1) : sort];
  if (by === undefined) throw new Error(`there is no order '${sort}'`);
  return { by, direction: isDescending ? 'DESC' : 'ASC' };
}
