import type { EntityManager } from 'typeorm';
import { sqlNow } from '../sql/now.js';

/** The time by the database's clock, which tokens are made by too. */
export async function databaseTime(manager: EntityManager): Promise<Date> {
  const [row] = await manager.query<{ now: unknown }[]>(`SELECT ${sqlNow(manager)} AS now`);
  return new Date(Number(row?.now));
}
