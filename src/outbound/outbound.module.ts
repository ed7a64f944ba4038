import { Module } from '@nestjs/common';
import { MetricsModule } from '../metrics/metrics.module.js';
import { HostResolver } from './host-resolver.js';
import { OutboundMetrics } from './outbound-metrics.js';
import { Outbound } from './outbound.service.js';

/**
 * Owns every request of this server to a URL that someone registered. Does not own what is done with the answer, nor
 * what the app's owner is told about a failure (src/clients).
 */
@Module({
  imports: [MetricsModule],
  providers: [HostResolver, OutboundMetrics, Outbound],
  exports: [Outbound],
})
export class OutboundModule {}
