import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { DataSource } from 'typeorm';

/** Milliseconds. A balancer asks every few seconds and must not wait for a database that hangs. */
const DEADLINE_MS = 1_000;
/** How long a balancer has to notice, before connections close. */
const DRAIN_MS = 2_000;

/** Whether this process should get requests. */
@Injectable()
export class ReadinessService implements BeforeApplicationShutdown {
  private isStopping = false;

  constructor(private readonly source: DataSource) {}

  /** SIGTERM comes from an orchestrator: say "not ready" first and close later. Ctrl-C closes at once. */
  async beforeApplicationShutdown(signal?: string): Promise<void> {
    this.isStopping = true;
    if (signal === 'SIGTERM') await delay(DRAIN_MS);
  }

  /** True when the process is not stopping and the database answers in time. */
  async isReady(): Promise<boolean> {
    return !this.isStopping && (await this.databaseAnswers());
  }

  private async databaseAnswers(): Promise<boolean> {
    const deadline = new AbortController();
    try {
      return await Promise.race([
        this.source.query('SELECT 1').then(() => true),
        delay(DEADLINE_MS, false, { signal: deadline.signal }),
      ]);
    } catch {
      return false;
    } finally {
      deadline.abort();
    }
  }
}
