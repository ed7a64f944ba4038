import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { MetricsModule } from '../metrics/metrics.module.js';
import { ActivityReader } from './activity.reader.js';
import { StatisticsCounts } from './counts.reader.js';
import { StatisticsMetrics } from './statistics-metrics.js';
import { StatisticsReader } from './statistics-reader.service.js';
import { Statistics } from './statistics.service.js';
import { StatisticsStore } from './statistics.store.js';

/** Owns the counts of what happens (`statistics`, `user_activity`). What is counted is said where it happens. */
@Module({
  imports: [AuditModule, MetricsModule],
  providers: [StatisticsStore, StatisticsMetrics, Statistics, StatisticsCounts, ActivityReader, StatisticsReader],
  exports: [Statistics, StatisticsReader],
})
export class StatisticsModule {}
