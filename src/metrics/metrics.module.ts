import { Module } from '@nestjs/common';
import { Metrics } from './metrics.js';

/** Owns the registry of metrics and how it is served (metrics-server.ts). Does not know what is counted. */
@Module({ providers: [Metrics], exports: [Metrics] })
export class MetricsModule {}
