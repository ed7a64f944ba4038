import type { Change, Demand, Secrets } from './kind.js';

/** One thing that is to be made, changed or deleted. */
export interface Step {
  readonly section: string;
  readonly noun: string;
  readonly id: string;
  readonly action: 'create' | 'update' | 'delete';
  readonly changes: readonly Change[];
}

/** What applying a document would do. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly notes: readonly string[];
}

/** The same before it is done, for whoever decides whether it is. */
export interface Proposal extends Plan {
  readonly steps: readonly (Step & { readonly demand: Demand })[];
}

/** What applying a document did. */
export interface Applied {
  readonly steps: readonly Step[];
  readonly notes: readonly string[];
  /** By section and id, for showing once. */
  readonly secrets: readonly { readonly section: string; readonly id: string; readonly secrets: Secrets }[];
}

/** Something failed on the way, which is the cause: what is done stays done. */
export class HalfAppliedError extends Error {
  constructor(
    readonly done: Applied,
    override readonly cause: unknown,
  ) {
    super('the document was applied in part');
  }
}

/** Somebody changed the same thing at the same time: what came before is done, what comes after is not. */
export class ChangedMeanwhileError extends Error {
  constructor(
    readonly step: Step,
    readonly done: Applied,
  ) {
    super(`the ${step.noun} ${step.id} was changed meanwhile`);
  }
}
