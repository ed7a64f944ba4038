import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { AuditAction } from '../audit/audit-actions.js';
import type { AuditDetails } from '../audit/audit-event.entity.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { OutboundError } from '../outbound/outbound-error.js';
import { Outbound } from '../outbound/outbound.service.js';
import type { KeysetPage, Position } from '../sql/keyset.js';
import type { EventPattern } from './event-patterns.js';
import { WebhookDispatch } from './webhook-dispatch.service.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { webhookUrl } from './webhook-url.js';
import { WebhookUrlError } from './webhook-url-error.js';
import type { Webhook, WebhookStatus } from './webhook.entity.js';
import { type WebhookChange, WebhookStore } from './webhook.store.js';

/** A webhook with the secret that is shown this once. */
export interface WithSecret {
  readonly webhook: Webhook;
  readonly secret: string;
}

/** What of a webhook somebody chooses. An absent member stays. */
export interface WebhookChoice {
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  readonly events?: readonly EventPattern[] | undefined;
  readonly status?: WebhookStatus | undefined;
}

/** Makes and changes webhooks. Whether somebody may is decided before (src/admin). */
@Injectable()
export class Webhooks {
  constructor(
    private readonly store: WebhookStore,
    private readonly secrets: WebhookSecrets,
    private readonly outbound: Outbound,
    private readonly audit: AuditLog,
    private readonly dispatch: WebhookDispatch,
  ) {}

  /** The newest first. One statement. */
  page(limit: number, after?: Position): Promise<KeysetPage<Webhook>> {
    return this.store.page(limit, after);
  }

  find(id: string): Promise<Webhook | undefined> {
    return this.store.find(id);
  }

  /**
   * It is told of everything that happens from now on, its own making included.
   * @throws WebhookUrlError when its URL may not be asked
   */
  async create({ name, url: typed, events }: Pick<Webhook, 'name' | 'url' | 'events'>): Promise<WithSecret> {
    const url = this.checked(typed);
    const id = v7();
    const { secret, sealed } = this.secrets.make(id);
    await this.store.insert({ id, name, url, events, secret: sealed, places: await this.dispatch.end() });
    await this.record('webhook.created', id, { host: new URL(url).host, events });
    this.dispatch.wake();
    const webhook = await this.store.find(id);
    if (webhook === undefined) throw new Error('a webhook is gone that was there a moment ago');
    return { webhook, secret };
  }

  /**
   * @returns undefined when it was changed meanwhile
   * @throws WebhookUrlError when its URL may not be asked
   */
  async change(webhook: Webhook, choice: WebhookChoice): Promise<Webhook | undefined> {
    const { status, url: typed, ...chosen } = choice;
    const url = typed === undefined ? {} : { url: this.checked(typed) };
    const change = { ...onlyGiven(chosen), ...url, ...statusChange(webhook, status) };
    const changed = await this.store.change(webhook, change);
    if (changed !== undefined) await this.recordChange(webhook, changed);
    return changed;
  }

  /**
   * Signs with a new secret from now on, and with the old one as well for a while.
   * @param overlap milliseconds
   * @returns undefined when it was changed meanwhile
   */
  async rotateSecret(webhook: Webhook, overlap: number): Promise<WithSecret | undefined> {
    const { secret, sealed } = this.secrets.make(webhook.id);
    const changed = await this.store.rotate(webhook, sealed, overlap);
    if (changed === undefined) return undefined;
    await this.record('webhook.secret_rotated', webhook.id, { overlap_seconds: overlap / 1000 });
    return { webhook: changed, secret };
  }

  /** Deletes it with its deliveries. @returns whether this call did it: not when it was changed meanwhile */
  async delete(webhook: Webhook): Promise<boolean> {
    const isDone = await this.store.delete(webhook);
    if (isDone) await this.record('webhook.deleted', webhook.id, { host: new URL(webhook.url).host });
    return isDone;
  }

  private checked(typed: string): string {
    const url = webhookUrl(typed);
    try {
      this.outbound.check(url);
      return url;
    } catch (error) {
      if (!(error instanceof OutboundError)) throw error;
      throw new WebhookUrlError(error.message, { cause: error });
    }
  }

  private async recordChange(before: Webhook, after: Webhook): Promise<void> {
    const changed = (['name', 'url', 'events'] as const).filter(
      (member) => JSON.stringify(before[member]) !== JSON.stringify(after[member]),
    );
    if (changed.length > 0) {
      await this.record('webhook.updated', after.id, { changed, host: new URL(after.url).host, events: after.events });
    }
    if (before.status === after.status) return;
    if (after.status === 'active') await this.record('webhook.enabled', after.id);
    else await this.record('webhook.disabled', after.id, { reason: 'by_hand' });
  }

  /** @param details never the URL: its path may be a secret */
  private async record(action: AuditAction, id: string, details: AuditDetails = {}): Promise<void> {
    await this.audit.record({ action, target: { type: 'webhook', id }, details });
  }
}

function statusChange({ status: before }: Webhook, status: WebhookStatus | undefined): WebhookChange {
  if (status === undefined || status === before) return {};
  // Whoever enables it says that it works: the days of failing are counted anew.
  return status === 'active'
    ? { status, disabledReason: null, failingSince: null }
    : { status, disabledReason: 'by_hand' };
}

function onlyGiven(chosen: Omit<WebhookChoice, 'status'>): WebhookChange {
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
}
