import { BulkItemFailure } from '../../bulk/bulk-acts.js';
import { Problem } from '../../http/problem.js';

const MAX_TRIES = 3;

/**
 * Does something to one thing as the operation on it alone would, and says what that would answer. What was changed
 * between reading and writing is read again.
 * @param isGone whether "there is no such thing" means that it was done before
 * @throws BulkItemFailure
 */
export async function judged(act: () => Promise<void>, isGone: boolean): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.type === 'not-found' && isGone) return;
      if (error.type !== 'precondition-failed' || tries === MAX_TRIES) throw new BulkItemFailure(error.type);
    }
  }
}
