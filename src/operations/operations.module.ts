import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { CleanUpService } from './clean-up.service.js';
import { ImportModule } from '../import/import.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { HealthController } from './health.controller.js';
import { ImportWork } from './import-work.service.js';
import { KeyUpkeepService } from './key-upkeep.service.js';
import { ReadinessService } from './readiness.service.js';

/**
 * Owns what keeps a running server healthy: health checks, the clean-up of expired rows, the clockwork of signing keys and of
 * imports.
 * Knows tables by name only.
 */
@Module({
  imports: [AuditModule, ImportModule, KeysModule, SettingsModule],
  controllers: [HealthController],
  providers: [CleanUpService, ImportWork, KeyUpkeepService, ReadinessService],
})
export class OperationsModule {}
