/** A point in time for people: `2026-11-23 14:05:09 UTC`. */
export function timeText(time: Date | null): string {
  return time === null ? '-' : `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
