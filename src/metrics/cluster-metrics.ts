import { AggregatorRegistry, type Registry } from 'prom-client';

/** In a worker: gives its numbers to the first process when that asks. */
export function shareMetrics(registry: Registry): void {
  AggregatorRegistry.setRegistries(registry);
  // Listens from now on; there is nothing to keep.
  void new AggregatorRegistry();
}

/** In the first process: the numbers of all workers, added up. */
export function readSharedMetrics(): () => Promise<string> {
  const aggregator = new AggregatorRegistry();
  return () => aggregator.clusterMetrics();
}
