import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { BulkItem } from './bulk-item.entity.js';
import { BulkOperation } from './bulk-operation.entity.js';
import { BulkOperations } from './bulk-operations.service.js';
import { BulkRunner } from './bulk-runner.service.js';
import { BulkStore } from './bulk-store.service.js';
import { BulkUpkeep } from './bulk-upkeep.service.js';

/** Owns acts on many things at once (`bulk_operations`, `bulk_items`). What an act does, and who may, is its owner's. */
@Module({
  imports: [TypeOrmModule.forFeature([BulkOperation, BulkItem]), AuditModule, OutboxModule],
  providers: [BulkOperations, BulkRunner, BulkStore, BulkUpkeep],
  exports: [BulkOperations, BulkRunner],
})
export class BulkModule {}
