import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.js';
import { withOrigin } from '../http/origin.js';
import type { BulkOperation } from './bulk-operation.entity.js';
import { BulkRunner } from './bulk-runner.service.js';
import { BulkStore } from './bulk-store.service.js';

/** Milliseconds between two looks for what a process left when it died; each process adds up to half of it. */
const INTERVAL_MS = 30_000;

/**
 * Looks after bulk operations whose process died: one that was not whole yet has failed, since whoever ordered it got no
 * answer; one that runs is taken over by the process that gets it.
 */
@Injectable()
export class BulkUpkeep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(BulkUpkeep.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> | undefined;
  private isStopping = false;

  constructor(
    private readonly store: BulkStore,
    private readonly runner: BulkRunner,
    private readonly audit: AuditLog,
  ) {}

  onApplicationBootstrap(): void {
    this.runInBackground();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** One look. Any number of processes may take it at once. */
  async run(): Promise<void> {
    for (const operation of await this.store.unattended()) {
      if (operation.state === 'preparing') await this.giveUp(operation);
      else if (await this.store.takeOver(operation.id)) await this.runner.enqueue(operation.id);
    }
  }

  private async giveUp({ id }: BulkOperation): Promise<void> {
    if (!(await this.store.giveUp(id))) return;
    const target = { type: 'bulk_operation', id } as const;
    await withOrigin({ actor: { type: 'system' } }, () =>
      this.audit.record({ action: 'bulk_operation.stopped', target, failure: 'never_started' }),
    );
  }

  private runInBackground(): void {
    this.round = this.run()
      .catch((error: unknown) => {
        // A database that is away comes back; the next look finds the rows.
        this.logger.warn(
          `bulk operations could not be looked after: ${error instanceof Error ? error.name : 'unknown'}`,
        );
      })
      .finally(() => this.schedule());
  }

  private schedule(): void {
    if (this.isStopping) return;
    this.timer = setTimeout(() => this.runInBackground(), INTERVAL_MS * (1 + Math.random() / 2));
    this.timer.unref();
  }
}
