import { Injectable } from '@nestjs/common';
import { Counter, Histogram } from 'prom-client';
import { Metrics } from '../metrics/metrics.js';
import type { OutboundReason } from './outbound-error.js';
import type { OutboundPurpose } from './outbound-purpose.js';

/** Counts what is fetched. No URL is a label: registered ones are without number, and some hold a secret path. */
@Injectable()
export class OutboundMetrics {
  private readonly requests: Counter<'purpose' | 'outcome'>;
  private readonly duration: Histogram<'purpose'>;

  constructor({ registry }: Metrics) {
    this.requests = new Counter({
      name: 'doorward_outbound_requests_total',
      help: 'Requests to URLs that someone registered, by purpose and outcome',
      labelNames: ['purpose', 'outcome'],
      registers: [registry],
    });
    this.duration = new Histogram({
      name: 'doorward_outbound_request_duration_seconds',
      help: 'How long those requests took, by purpose',
      labelNames: ['purpose'],
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
      registers: [registry],
    });
  }

  /** One request ended: with an answer of whatever status, or why not. */
  note(purpose: OutboundPurpose, outcome: 'answered' | OutboundReason, seconds: number): void {
    this.requests.inc({ purpose, outcome });
    this.duration.observe({ purpose }, seconds);
  }
}
