export interface Measurement {
  readonly name: string;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Does the work `count` times, `concurrency` at once. Ends with the first error: a wrong answer is not a fast one. */
export async function measure(
  name: string,
  count: number,
  concurrency: number,
  once: (index: number) => Promise<void>,
): Promise<Measurement> {
  const times: number[] = [];
  let next = 0;
  const startedAt = performance.now();
  const lane = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      const before = performance.now();
      await once(index);
      times.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  const seconds = (performance.now() - startedAt) / 1_000;
  times.sort((a, b) => a - b);
  return { name, perSecond: count / seconds, p50: at(times, 0.5), p99: at(times, 0.99) };
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
