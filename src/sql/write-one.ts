import { violatedKey } from './violated-key.js';

/**
 * Writes the one row that may be there: changes it, or makes it. Of several that come at once the last one stays.
 * @param change a guarded UPDATE. Returns whether there was a row
 * @param make an INSERT that a unique key refuses when there is one
 */
export async function writeOne(change: () => Promise<boolean>, make: () => Promise<unknown>): Promise<void> {
  if (await change()) return;
  try {
    await make();
  } catch (error) {
    // Somebody made the row between our two statements.
    if (violatedKey(error) === undefined || !(await change())) throw error;
  }
}
