import { Module } from '@nestjs/common';
import { CleanUpService } from './clean-up.service.js';
import { HealthController } from './health.controller.js';
import { ReadinessService } from './readiness.service.js';

/** Owns what keeps a running server healthy: health checks and the clean-up of expired rows. Knows tables by name only. */
@Module({ controllers: [HealthController], providers: [CleanUpService, ReadinessService] })
export class OperationsModule {}
