import type { DataSource, EntityManager } from 'typeorm';
import { sqlNow } from './now.js';

/**
 * The next `updated_at` of a row as a SQL expression: versions only grow, so that an entity tag stands for one of them,
 * whatever the clocks say.
 */
export function nextVersion(source: DataSource | EntityManager): string {
  const now = sqlNow(source);
  return `CASE WHEN updated_at >= ${now} THEN updated_at + 1 ELSE ${now} END`;
}
