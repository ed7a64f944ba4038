import { Injectable } from '@nestjs/common';
import type { Caller } from '../../api/caller.js';
import { checkFreshLogin } from '../../api/fresh-login.js';
import { Problem } from '../../http/problem.js';
import type { WebhookDelivery } from '../../webhooks/webhook-delivery.entity.js';
import { WebhookDeliveryStore } from '../../webhooks/webhook-delivery.store.js';
import { WebhookReplay } from '../../webhooks/webhook-replay.service.js';
import { WebhookUrlError } from '../../webhooks/webhook-url-error.js';
import type { Webhook } from '../../webhooks/webhook.entity.js';
import { Webhooks, type WithSecret } from '../../webhooks/webhooks.service.js';
import type { NewWebhook, WebhookPatch } from './webhook.dto.js';

/** What is done to webhooks through the admin API, by whom it may be done. */
@Injectable()
export class AdminWebhooks {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly deliveries: WebhookDeliveryStore,
    private readonly replay: WebhookReplay,
  ) {}

  /** @throws Problem `not-found` */
  async one(id: string): Promise<Webhook> {
    const webhook = await this.webhooks.find(id);
    if (webhook === undefined) throw new Problem('not-found');
    return webhook;
  }

  /** @throws Problem `forbidden`, `validation-failed` */
  async create(caller: Caller, body: NewWebhook): Promise<WithSecret> {
    checkMayReadEvents(caller);
    return checkingUrl(() => this.webhooks.create(body));
  }

  /**
   * Only another name can be given by somebody who signed in long ago: the rest decides who learns what.
   * @throws Problem `forbidden`, `login-too-old`, `validation-failed`, `precondition-failed`
   */
  async change(caller: Caller, webhook: Webhook, patch: WebhookPatch): Promise<Webhook> {
    checkMayReadEvents(caller);
    if (decidesWhoLearns(webhook, patch)) checkFreshLogin(caller);
    return unlessChanged(await checkingUrl(() => this.webhooks.change(webhook, patch)));
  }

  /** @throws Problem `forbidden`, `precondition-failed` */
  async rotateSecret(caller: Caller, webhook: Webhook, overlapSeconds: number): Promise<WithSecret> {
    checkMayReadEvents(caller);
    return unlessChanged(await this.webhooks.rotateSecret(webhook, overlapSeconds * 1000));
  }

  /** @throws Problem `precondition-failed` */
  async delete(webhook: Webhook): Promise<void> {
    if (!(await this.webhooks.delete(webhook))) throw new Problem('precondition-failed');
  }

  /** @throws Problem `not-found`, `forbidden` */
  async delivery(caller: Caller, webhookId: string, eventId: string): Promise<WebhookDelivery> {
    const delivery = await this.deliveries.find(webhookId, eventId);
    if (delivery === undefined) throw new Problem('not-found');
    checkMayReadEvents(caller);
    return delivery;
  }

  /** @throws Problem `forbidden`, `not-found`, `conflict` */
  async replayOne(caller: Caller, webhookId: string, eventId: string): Promise<WebhookDelivery> {
    const delivery = await this.delivery(caller, webhookId, eventId);
    checkActive(await this.one(webhookId));
    return this.replay.one(delivery);
  }

  /** @throws Problem `forbidden`, `conflict` */
  async replayDead(caller: Caller, webhook: Webhook): Promise<number> {
    checkMayReadEvents(caller);
    checkActive(webhook);
    return this.replay.allDead(webhook);
  }
}

/**
 * A webhook tells what the audit log holds, and its deliveries show it: whoever may not read the log must not learn it
 * this way (attack A44).
 * @throws Problem `forbidden`
 */
export function checkMayReadEvents(caller: Caller): void {
  if (mayReadEvents(caller)) return;
  throw new Problem(
    'forbidden',
    'A webhook tells what is in the audit log: this needs admin:audit-events:read as well.',
  );
}

/** Whether somebody may know what a webhook tells, and whom: a path may be a secret. */
export function mayReadEvents({ scopes }: Caller): boolean {
  return scopes.includes('admin:audit-events:read');
}

function checkActive({ status }: Webhook): void {
  if (status === 'active') return;
  throw new Problem('conflict', 'The webhook is disabled. Enable it, then replay what it missed.');
}

function decidesWhoLearns({ url, events, status }: Webhook, patch: WebhookPatch): boolean {
  const isOther = JSON.stringify(patch.events ?? events) !== JSON.stringify(events);
  return isOther || (patch.url ?? url) !== url || (patch.status ?? status) !== status;
}

function unlessChanged<T>(changed: T | undefined): T {
  if (changed === undefined) throw new Problem('precondition-failed');
  return changed;
}

async function checkingUrl<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WebhookUrlError)) throw error;
    const errors = [{ field: 'url', message: `This address cannot be used: ${error.message}.` }];
    throw new Problem('validation-failed', undefined, { errors, cause: error });
  }
}
