import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { KeyRotation } from '../keys/key-rotation.service.js';

const DONE = { create: 'made', promote: 'promoted', retire: 'retired' } as const;

/**
 * Sees to it that there are signing keys before the first request, and that they change on schedule. Every process runs
 * it; what is due is done by one of them.
 */
@Injectable()
export class KeyUpkeepService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(KeyUpkeepService.name);
  private readonly intervalMs: number;
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private isStopping = false;

  constructor(
    private readonly keys: KeyRotation,
    { signingKeys }: Settings,
  ) {
    this.intervalMs = signingKeys.upkeepInterval * 1000;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.keys.prepare();
    this.schedule();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** Each process adds up to half of the interval, so that several do not march in step. */
  private schedule(): void {
    if (this.isStopping) return;
    this.timer = setTimeout(
      () => {
        this.round = this.run().then(() => this.schedule());
      },
      this.intervalMs * (1 + Math.random() / 2),
    );
    this.timer.unref();
  }

  /** A database that is away comes back; the next round does what is due. */
  private async run(): Promise<void> {
    try {
      for (const step of await this.keys.maintain()) this.logger.log(`${DONE[step.do]} a signing key for ${step.alg}`);
    } catch (error) {
      this.logger.warn(`the upkeep of signing keys failed: ${error instanceof Error ? error.name : 'unknown'}`);
    }
  }
}
