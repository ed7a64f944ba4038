import type { BulkOperation } from './bulk-operation.entity.js';

/** Thrown by an act that its item does not bear. The others go on. */
export class BulkItemFailure extends Error {
  /** @param problem type of the problem (src/http/problem.ts) */
  constructor(readonly problem: string) {
    super(problem);
  }
}

/** Thrown by an act that whoever began the operation may not do any more: nothing further is done in their name. */
export class BulkStop extends Error {
  /** @param reason a word */
  constructor(readonly reason: string) {
    super(reason);
  }
}

/**
 * Does what the operation is for to one thing, judged as if whoever began it did it now.
 * @param isRepeat whether it may have been done already, by a process that died before it could say so
 * @throws BulkItemFailure, BulkStop
 */
export type BulkAct = (operation: BulkOperation, target: string, isRepeat: boolean) => Promise<void>;
