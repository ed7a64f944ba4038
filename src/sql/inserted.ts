import { violatedKey } from './violated-key.js';

/** Makes a row unless a unique key refuses it: whether it did. The index decides, so there is no race. */
export async function inserted(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (violatedKey(error) === undefined) throw error;
    return false;
  }
}
