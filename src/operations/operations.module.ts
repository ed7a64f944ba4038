import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { CleanUpService } from './clean-up.service.js';
import { KeysModule } from '../keys/keys.module.js';
import { HealthController } from './health.controller.js';
import { KeyUpkeepService } from './key-upkeep.service.js';
import { ReadinessService } from './readiness.service.js';

/**
 * Owns what keeps a running server healthy: health checks, the clean-up of expired rows, the clockwork of signing keys.
 * Knows tables by name only.
 */
@Module({
  imports: [AuditModule, KeysModule, SettingsModule],
  controllers: [HealthController],
  providers: [CleanUpService, KeyUpkeepService, ReadinessService],
})
export class OperationsModule {}
