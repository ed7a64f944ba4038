import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { sqlNow } from '../sql/now.js';
import { ClientSecret } from './client-secret.entity.js';

const FLUSH_INTERVAL_MS = 60_000;
const CHUNK = 100;
const MAX_COLLECTED = 10_000;

/**
 * Remembers which secrets were used, and writes it once a minute and at the end: an owner wants to know whether the
 * old secret is still in use, but no token request should wait for that.
 */
@Injectable()
export class SecretUsage implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(SecretUsage.name);
  private readonly used = new Map<string, Buffer>();
  private timer: NodeJS.Timeout | undefined;

  constructor(@InjectRepository(ClientSecret) private readonly secrets: Repository<ClientSecret>) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.flush(), FLUSH_INTERVAL_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  /** Notes that the secret with this digest authenticated its client just now. */
  note(digest: Buffer): void {
    if (this.used.size < MAX_COLLECTED) this.used.set(digest.toString('base64'), digest);
  }

  /** Writes what was noted. While the database is away it stays noted. */
  async flush(): Promise<void> {
    const digests = [...this.used.values()];
    this.used.clear();
    for (let start = 0; start < digests.length; start += CHUNK) {
      const chunk = digests.slice(start, start + CHUNK);
      try {
        await this.secrets.update({ digest: In(chunk) }, { lastUsedAt: () => sqlNow(this.secrets.manager) });
      } catch (error) {
        this.logger.warn(`the last use of ${chunk.length} client secrets could not be written: ${String(error)}`);
        chunk.forEach((digest) => this.note(digest));
      }
    }
  }
}
