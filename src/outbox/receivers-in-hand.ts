/** Messages to one receiver that a process has in hand at once; it reads further ones when half of them are done with. */
const MOST = 20;
const LOW = MOST / 2;

/**
 * How many messages to each receiver a process has read and not yet done with. One to whom many are due gets his share,
 * and no more: what waits for him stays in the database, where it hides no others.
 */
export class ReceiversInHand {
  private readonly counts = new Map<string, number>();
  /** Those who have, or may have, more that is due. */
  private readonly passedOver = new Set<string>();

  /** Those to whom nothing further is read now. */
  passOver(): string[] {
    const full = [...this.counts].filter(([, count]) => count >= MOST).map(([receiver]) => receiver);
    for (const receiver of full) this.passedOver.add(receiver);
    return full;
  }

  /** @param receiver null of a message that goes to nobody in particular @returns whether there is room for it */
  take(receiver: string | null): boolean {
    if (receiver === null) return true;
    const count = this.counts.get(receiver) ?? 0;
    if (count < MOST) this.counts.set(receiver, count + 1);
    else this.passedOver.add(receiver);
    return count < MOST;
  }

  /** A message is done with. @returns whether to read on, for the receiver was passed over and has room again */
  letGo(receiver: string | null): boolean {
    if (receiver === null) return false;
    const count = (this.counts.get(receiver) ?? 0) - 1;
    if (count > 0) this.counts.set(receiver, count);
    else this.counts.delete(receiver);
    return count < LOW && this.passedOver.delete(receiver);
  }
}
