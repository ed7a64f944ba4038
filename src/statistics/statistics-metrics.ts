import { Injectable } from '@nestjs/common';
import { Counter, Histogram } from 'prom-client';
import { Metrics } from '../metrics/metrics.js';
import { BOUNDS } from './histogram.js';
import type { CountedKind, TimedEndpoint } from './statistic-kinds.js';

const COUNTERS: Readonly<
  Record<CountedKind, { readonly name: string; readonly help: string; readonly label: string }>
> = {
  sign_in: { name: 'sign_ins', help: 'Sign-ins by how they ended', label: 'outcome' },
  token: { name: 'tokens', help: 'Access tokens issued by grant type', label: 'grant_type' },
  token_failure: { name: 'token_failures', help: 'Refusals of the token endpoint by error code', label: 'error' },
  new_user: { name: 'new_users', help: 'Users that were made', label: 'kind' },
  new_client: { name: 'new_clients', help: 'Apps that were registered', label: 'kind' },
};

/** The same counts for Prometheus. No client id is a label: there may be many thousands. */
@Injectable()
export class StatisticsMetrics {
  private readonly counters: ReadonlyMap<CountedKind, Counter>;
  private readonly duration: Histogram<'endpoint'>;

  constructor({ registry }: Metrics) {
    const kinds = Object.keys(COUNTERS) as CountedKind[];
    this.counters = new Map(
      kinds.map((kind) => {
        const { name, help, label } = COUNTERS[kind];
        return [
          kind,
          new Counter({ name: `doorward_${name}_total`, help, labelNames: [label], registers: [registry] }),
        ];
      }),
    );
    this.duration = new Histogram({
      name: 'doorward_request_duration_seconds',
      help: 'How long requests took until they were answered, by endpoint',
      labelNames: ['endpoint'],
      buckets: BOUNDS.map((milliseconds) => milliseconds / 1000),
      registers: [registry],
    });
  }

  count(kind: CountedKind, label: string): void {
    this.counters.get(kind)?.inc({ [COUNTERS[kind].label]: label });
  }

  time(endpoint: TimedEndpoint, milliseconds: number): void {
    this.duration.observe({ endpoint }, milliseconds / 1000);
  }
}
