import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AuditLog, type AuditRecord } from '../audit/audit-log.service.js';
import { bucketOf } from './histogram.js';
import {
  type ClientKind,
  COUNTED,
  type CountedKind,
  LATENCY,
  OTHER,
  type StatisticKind,
  type TimedEndpoint,
} from './statistic-kinds.js';
import { StatisticsMetrics } from './statistics-metrics.js';
import { StatisticsStore, type Tally } from './statistics.store.js';
import { floorHour } from './time-buckets.js';

/** Milliseconds between two writes; what a process that is killed has not written yet is lost. */
const INTERVAL_MS = 5_000;

/**
 * Counts what happens, in the memory of this process: a request never waits for it. Every few seconds, and before the
 * process ends, the counts are added to those in the database (docs/adr/0049). The metrics count along.
 */
@Injectable()
export class Statistics implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Statistics.name);
  private tallies = new Map<string, Tally>();
  /** Who was active in an hour, and is not written down yet. */
  private active = new Map<number, Set<string>>();
  /** Who is written down, or about to be, for the hour of `seenIn`. */
  private readonly seenUsers = new Set<string>();
  private seenIn = 0;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: StatisticsStore,
    private readonly metrics: StatisticsMetrics,
    audit: AuditLog,
  ) {
    audit.observe((record) => this.countAct(record));
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.flush(), INTERVAL_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** @param label one of the kind's; any other is counted as `other` */
  count(kind: CountedKind, label: string): void {
    const labels: readonly string[] = COUNTED[kind];
    const known = labels.includes(label) ? label : OTHER;
    this.metrics.count(kind, known);
    this.add(kind, known, 1);
  }

  /** @param clientId of a registered app */
  countOfClient(kind: ClientKind, clientId: string): void {
    this.add(kind, clientId, 1);
  }

  /** A request of this endpoint was answered. */
  time(endpoint: TimedEndpoint, milliseconds: number): void {
    this.metrics.time(endpoint, milliseconds);
    this.add(LATENCY, `${endpoint} ${bucketOf(milliseconds)}`, 1);
  }

  /** Somebody did something: in this browser, or an app in their name. */
  seen(userId: string): void {
    const hour = floorHour(Date.now());
    if (hour !== this.seenIn) this.seenUsers.clear();
    this.seenIn = hour;
    if (this.seenUsers.has(userId)) return;
    this.seenUsers.add(userId);
    this.noteActive(hour, [userId]);
  }

  /** Writes down what was counted. Never fails: what could not be written is tried again next time. */
  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private async write(): Promise<void> {
    const [tallies, active] = [new Set(this.tallies.values()), this.active];
    this.tallies = new Map();
    this.active = new Map();
    try {
      await this.store.count([...tallies], (written) => written.forEach((tally) => tallies.delete(tally)));
      for (const [hour, users] of active) {
        await this.store.noteActive(hour, [...users]);
        active.delete(hour);
      }
    } catch (error) {
      for (const { kind, label, amount, hour } of tallies) this.add(kind, label, amount, hour);
      for (const [hour, users] of active) this.noteActive(hour, users);
      this.logger.warn(`statistics are not written: ${error instanceof Error ? error.name : 'unknown'}`);
    }
  }

  private add(kind: StatisticKind, label: string, more: number, hour = floorHour(Date.now())): void {
    const key = `${kind} ${hour} ${label}`;
    const amount = (this.tallies.get(key)?.amount ?? 0) + more;
    this.tallies.set(key, { kind, hour, label, amount });
  }

  /** What is written down anyway is counted there: whatever new way there is to sign in, it is counted, too. */
  private countAct({ action, failure }: AuditRecord): void {
    if (action === 'login.succeeded') this.count('sign_in', 'succeeded');
    if (action === 'login.failed') this.count('sign_in', failure ?? OTHER);
    if (action === 'user.created') this.count('new_user', 'users');
    if (action === 'client.created') this.count('new_client', 'clients');
  }

  private noteActive(hour: number, userIds: Iterable<string>): void {
    const users = this.active.get(hour) ?? new Set();
    for (const id of userIds) users.add(id);
    this.active.set(hour, users);
  }
}
