import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ImportUploads } from '../import/import-uploads.service.js';
import { UserImports } from '../import/user-imports.service.js';

/** Milliseconds between two looks for what a process left when it died; each process adds up to half of it. */
const INTERVAL_MS = 10_000;

/** Works uploads of users off in the background: at once what comes, now and then what another process left. */
@Injectable()
export class ImportWork implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(ImportWork.name);
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> | undefined;
  /** While a round was under way. */
  private isWoken = false;

  constructor(
    private readonly uploads: ImportUploads,
    private readonly imports: UserImports,
  ) {}

  onApplicationBootstrap(): void {
    this.imports.whenReady(() => this.wake());
    this.schedule();
  }

  /** The batch under way is finished; another process, or the next start, goes on behind it. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.round;
  }

  private wake(): void {
    this.isWoken = true;
    clearTimeout(this.timer);
    if (this.stopping.signal.aborted) return;
    this.round ??= this.run().finally(() => {
      this.round = undefined;
      if (this.isWoken) this.wake();
      else this.schedule();
    });
  }

  private async run(): Promise<void> {
    this.isWoken = false;
    try {
      while ((await this.uploads.runNext(this.stopping.signal)) === 'over');
    } catch (error) {
      // The lease ends, and the next round goes on from the last checkpoint.
      this.logger.warn(`an import stopped: ${error instanceof Error ? error.name : 'unknown'}`);
    }
  }

  private schedule(): void {
    if (this.stopping.signal.aborted) return;
    this.timer = setTimeout(() => this.wake(), INTERVAL_MS * (1 + Math.random() / 2));
    this.timer.unref();
  }
}
