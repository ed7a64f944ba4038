import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutboxDelivery } from './outbox-delivery.service.js';
import { OutboxMessage } from './outbox-message.entity.js';
import { OutboxWorker } from './outbox-worker.service.js';
import { Outbox } from './outbox.service.js';
import { OutboxStore } from './outbox.store.js';

/** Owns `outbox`: messages on their way to other servers. Does not know what they say nor how they travel. */
@Module({
  imports: [TypeOrmModule.forFeature([OutboxMessage])],
  providers: [Outbox, OutboxDelivery, OutboxStore, OutboxWorker],
  exports: [Outbox],
})
export class OutboxModule {}
