const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long to wait after the first failed attempt, the second, and so on: about a day in all. */
const DELAYS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR] as const;

/** Up to this part of the wait is left off, so that what failed together is not tried together again. */
const JITTER = 0.2;

/**
 * Milliseconds until a message is tried again.
 * @param attempts that have failed, at least one
 * @param random from 0 to 1
 * @returns undefined when it has been tried often enough
 */
export function retryDelay(attempts: number, random: number): number | undefined {
  const delay = DELAYS[attempts - 1];
  return delay === undefined ? undefined : Math.round(delay * (1 - JITTER * random));
}
