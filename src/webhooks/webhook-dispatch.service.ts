import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AuditFeed, type AuditPlaces, placesAfter } from '../audit/audit-feed.service.js';
import type { AuditEvent } from '../audit/audit-event.entity.js';
import { eventDelivery } from './event-payload.js';
import { isWanted } from './event-patterns.js';
import { WebhookDeliveryStore } from './webhook-delivery.store.js';
import { WebhookMessages } from './webhook-messages.service.js';
import type { Webhook } from './webhook.entity.js';
import { WebhookStore } from './webhook.store.js';

const BATCH = 200;
/** Milliseconds between two looks for what other processes wrote; each process adds up to half of it. */
const INTERVAL_MS = 30_000;
const HELD = 'the webhook was disabled when this happened';

/**
 * Reads the audit log for each webhook from where it stands, makes a delivery of what it asked for, and only then moves
 * on: whatever was written is told, also when this process stops in between. What is made twice has the same key. See
 * docs/adr/0045.
 */
@Injectable()
export class WebhookDispatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(WebhookDispatch.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> | undefined;
  private isRunning = false;
  /** While a round was under way. */
  private isWoken = false;
  /** As of the last look: without one an event costs nothing. */
  private hasWebhooks = false;

  constructor(
    private readonly feed: AuditFeed,
    private readonly webhooks: WebhookStore,
    private readonly deliveries: WebhookDeliveryStore,
    private readonly messages: WebhookMessages,
  ) {}

  onApplicationBootstrap(): void {
    this.isRunning = true;
    this.feed.listen(() => {
      if (this.hasWebhooks) this.wake();
    });
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.isRunning = false;
    clearTimeout(this.timer);
    await this.round;
  }

  /** Where a webhook stands that is told of nothing that has happened. */
  end(): Promise<AuditPlaces> {
    return this.feed.ends();
  }

  /** There is something to tell, or somebody new to tell. Returns at once. */
  wake(): void {
    this.isWoken = true;
    if (!this.isRunning || this.round !== undefined) return;
    clearTimeout(this.timer);
    this.round = this.work().finally(() => (this.round = undefined));
  }

  /** Makes a delivery of everything that was written until now. */
  async run(): Promise<void> {
    const webhooks = await this.webhooks.all();
    this.hasWebhooks = webhooks.length > 0;
    for (const webhook of webhooks) await this.catchUp(webhook);
  }

  private async work(): Promise<void> {
    try {
      while (this.isWoken && this.isRunning) {
        this.isWoken = false;
        await this.run();
      }
    } catch (error) {
      // A database that is away comes back; the next round goes on from where each webhook stands.
      this.logger.warn(`webhooks could not be told: ${error instanceof Error ? error.name : 'unknown'}`);
    }
    if (!this.isRunning) return;
    this.timer = setTimeout(() => this.wake(), INTERVAL_MS * (1 + Math.random() / 2));
    this.timer.unref();
  }

  private async catchUp(webhook: Webhook): Promise<void> {
    let places = webhook.places;
    for (;;) {
      const events = await this.feed.after(places, BATCH);
      if (events.length === 0) return;
      await this.tell(webhook, events);
      const next = placesAfter(places, events);
      if (await this.webhooks.move(webhook.id, places, next)) places = next;
      else {
        // Another process was here meanwhile, or the webhook is gone.
        const now = await this.webhooks.find(webhook.id);
        if (now === undefined) return;
        places = now.places;
      }
    }
  }

  private async tell(webhook: Webhook, events: readonly AuditEvent[]): Promise<void> {
    const wanted = events.filter(({ action }) => isWanted(webhook.events, action)).map(eventDelivery);
    const isActive = webhook.status === 'active';
    await this.deliveries.create(webhook.id, wanted, isActive ? undefined : HELD);
    if (isActive) await this.messages.send(wanted.map(({ eventId }) => ({ webhookId: webhook.id, eventId, round: 0 })));
  }
}
