/** Long enough to save nearly every statement, short beside the life of a row. */
const AGE_MS = 60 * 60 * 1000;
const MOST = 10_000;

/** Which rows this process wrote lately, so that it does not write them again. Bounded in number and age. */
export class RecentlyNoted {
  private readonly at = new Map<string, number>();

  has(sid: string, clientRowId: string): boolean {
    const at = this.at.get(`${sid} ${clientRowId}`);
    return at !== undefined && Date.now() - at < AGE_MS;
  }

  add(sid: string, clientRowId: string): void {
    const key = `${sid} ${clientRowId}`;
    // A map keeps the order of insertion: taken out first, the key goes to the end.
    this.at.delete(key);
    this.at.set(key, Date.now());
    const [oldest] = this.at.keys();
    if (this.at.size > MOST && oldest !== undefined) this.at.delete(oldest);
  }
}
