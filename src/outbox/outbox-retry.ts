/** Thrown by a delivery that should be tried again, with a reason for the row. Any other error is tried again too. */
export class OutboxRetry extends Error {
  /** @param reason kept in the row: our own words, no secret */
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'OutboxRetry';
  }
}
