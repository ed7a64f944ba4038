import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';

/**
 * The numbers of this application, in one registry of its own: two applications in one process, as tests have them, do
 * not count together. Whoever counts something makes its counters here.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  /** Counts what the process itself uses, too. Costs something, so only where somebody reads it. */
  collectProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }
}
