import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { InstallationModule } from '../installation/installation.module.js';
import { ThrottleModule } from '../throttle/throttle.module.js';
import { AuditAttempts } from './audit-attempts.service.js';
import { AuditChain } from './audit-chain.entity.js';
import { AuditChains } from './audit-chains.store.js';
import { AuditComparison } from './audit-comparison.service.js';
import { AuditEvent } from './audit-event.entity.js';
import { AuditEvents } from './audit-events.service.js';
import { AuditFeed } from './audit-feed.service.js';
import { AuditLog } from './audit-log.service.js';
import { AuditRetention } from './audit-retention.service.js';
import { AuditStore } from './audit.store.js';
import { AuditVerification } from './audit-verification.service.js';

/** Owns the record of who did what (`audit_events`, `audit_chains`). What is worth a record is decided where it happens. */
@Module({
  imports: [TypeOrmModule.forFeature([AuditEvent, AuditChain]), InstallationModule, ThrottleModule],
  providers: [
    AuditChains,
    AuditStore,
    AuditLog,
    AuditAttempts,
    AuditEvents,
    AuditFeed,
    AuditRetention,
    AuditVerification,
    AuditComparison,
  ],
  exports: [AuditLog, AuditAttempts, AuditEvents, AuditFeed, AuditRetention, AuditVerification, AuditComparison],
})
export class AuditModule {}
