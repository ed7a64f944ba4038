/** `warn`: it runs, but not as it should in production. `fail`: it will not run, or loses data. */
export type FindingState = 'ok' | 'warn' | 'fail';

/** What one check of `doorward doctor` found. */
export interface Finding {
  readonly check: string;
  readonly state: FindingState;
  /** One sentence. */
  readonly detail: string;
  /** What to do about it, one sentence; where `detail` does not say it. */
  readonly fix?: string;
}
