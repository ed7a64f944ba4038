/** Thrown by a delivery that no repeat can help: the receiver said no, or is gone. */
export class OutboxGiveUp extends Error {
  /** @param reason kept in the row: our own words, no secret */
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'OutboxGiveUp';
  }
}
