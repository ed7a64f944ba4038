import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { open, seal } from '../crypto/seal.js';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** What webhooks sign with. See https://github.com/standard-webhooks/standard-webhooks. */
@Injectable()
export class WebhookSecrets {
  constructor(private readonly settings: Settings) {}

  /** A new secret, `whsec_` and the base64 of 32 random bytes: as its consumer keeps it, and as the row does. */
  make(webhookId: string): { readonly secret: string; readonly sealed: string } {
    const secret = PREFIX + randomBytes(SECRET_BYTES).toString('base64');
    return { secret, sealed: seal(this.settings.secretKeys, contextOf(webhookId), Buffer.from(secret)) };
  }

  /** @throws Error when no SECRET_KEY opens it */
  open(webhookId: string, sealed: string): string {
    return open(this.settings.secretKeys, contextOf(webhookId), sealed).toString();
  }
}

/** A secret that is moved to another webhook does not open. */
function contextOf(webhookId: string): string {
  return `webhooks.secret ${webhookId}`;
}

/** What is signed: the event, when it was sent, and every byte of the body. */
export interface SignedMessage {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

/** `webhook-signature`: one signature for each secret that is valid now, so that consumers may change theirs at leisure. */
export function signatureHeader(secrets: readonly string[], { id, timestamp, body }: SignedMessage): string {
  return secrets
    .map((secret) => Buffer.from(secret.slice(PREFIX.length), 'base64'))
    .map((key) => createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64'))
    .map((signature) => `v1,${signature}`)
    .join(' ');
}
