import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { redirectOrigin } from '../protocol/redirect-uri.js';
import { Client } from './client.entity.js';

/** Milliseconds: how long the list may be used, and how soon an unknown origin may cause a new reading. */
const MAX_AGE_MS = 60_000;
const MIN_AGE_MS = 1_000;

/**
 * The web origins of registered browser apps: who may call from a page (CORS). One list for all, read at most once a
 * second however many made-up origins ask.
 */
@Injectable()
export class BrowserOrigins {
  private origins: ReadonlySet<string> = new Set();
  private readAt = Number.NEGATIVE_INFINITY;
  private reading: Promise<void> | undefined;

  constructor(@InjectRepository(Client) private readonly clients: Repository<Client>) {}

  /** Whether an active browser app has a redirect URI of this origin. */
  async has(origin: string): Promise<boolean> {
    const age = performance.now() - this.readAt;
    if (age >= MAX_AGE_MS || (age >= MIN_AGE_MS && !this.origins.has(origin))) await this.refresh();
    return this.origins.has(origin);
  }

  private refresh(): Promise<void> {
    this.reading ??= this.read().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async read(): Promise<void> {
    const readAt = performance.now();
    const clients = await this.clients
      .createQueryBuilder('client')
      .select(['client.id', 'client.redirectUris'])
      .where("client.kind = 'browser' AND client.status = 'active'")
      .getMany();
    this.origins = new Set(clients.flatMap(({ redirectUris }) => redirectUris.map(redirectOrigin)));
    this.readAt = readAt;
  }
}
