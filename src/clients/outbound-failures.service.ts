import { Injectable, Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { OutboundError } from '../outbound/outbound-error.js';
import type { OutboundPurpose } from '../outbound/outbound-purpose.js';
import { sqlNow } from '../sql/now.js';
import { OutboundFailure } from './outbound-failure.entity.js';
import type { RegisteredClient } from './registered-client.js';

const MAX_REMEMBERED = 1_000;
const MAX_URL_LENGTH = 2_000;
const MAX_MESSAGE_LENGTH = 255;

/** Which URL of an app is used, and what for. */
export interface OutboundUse {
  readonly purpose: OutboundPurpose;
  readonly url: string;
}

/**
 * Owns `outbound_failures`: what an app's owner is told when a URL that they registered does not answer as it should.
 * Strangers cause the requests, so one result is written once, however often it is given out of a cache.
 */
@Injectable()
export class OutboundFailures {
  private readonly logger = new Logger(OutboundFailures.name);
  /** The last result or error by client and purpose, compared by identity: a cache gives the same object again. */
  private readonly last = new Map<string, unknown>();

  constructor(@InjectRepository(OutboundFailure) private readonly failures: Repository<OutboundFailure>) {}

  /**
   * Does the work, and keeps or forgets the failure by how it ends.
   * @param work answers an object; throws `OutboundError`, which is passed on
   */
  async watch<T extends object>(
    { rowId }: Pick<RegisteredClient, 'rowId'>,
    use: OutboundUse,
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      const result = await work();
      await this.note(rowId, use, result, () => this.forget(rowId, use));
      return result;
    } catch (error) {
      if (error instanceof OutboundError) await this.note(rowId, use, error, () => this.keep(rowId, use, error));
      throw error;
    }
  }

  /** The failures of an app that its owner should know of. */
  of(clientRowId: string): Promise<OutboundFailure[]> {
    return this.failures.find({ where: { clientRowId }, order: { purpose: 'ASC' } });
  }

  /** For a URL that the app has not any more. */
  async dismiss({ rowId }: Pick<RegisteredClient, 'rowId'>, purpose: OutboundPurpose): Promise<void> {
    this.last.delete(`${rowId} ${purpose}`);
    await this.failures.delete({ clientRowId: rowId, purpose });
  }

  /** Whatever goes wrong here is not worth failing the request for. */
  private async note(rowId: string, { purpose }: OutboundUse, outcome: object, write: () => Promise<unknown>) {
    const key = `${rowId} ${purpose}`;
    if (this.last.get(key) === outcome) return;
    this.last.delete(key);
    this.last.set(key, outcome);
    const [oldest] = this.last.keys();
    if (this.last.size > MAX_REMEMBERED && oldest !== undefined) this.last.delete(oldest);
    await write().catch((error: unknown) => {
      this.last.delete(key);
      this.logger.warn(`the outcome of a request to a ${purpose} could not be written: ${String(error)}`);
    });
  }

  private async forget(clientRowId: string, { purpose }: OutboundUse): Promise<void> {
    await this.failures.delete({ clientRowId, purpose });
  }

  private async keep(clientRowId: string, { purpose, url }: OutboundUse, { message }: OutboundError): Promise<void> {
    await this.failures
      .createQueryBuilder()
      .insert()
      .values({
        clientRowId,
        purpose,
        url: url.slice(0, MAX_URL_LENGTH),
        message: message.slice(0, MAX_MESSAGE_LENGTH),
        occurredAt: () => sqlNow(this.failures.manager),
      })
      .orUpdate(['url', 'message', 'occurred_at'], ['client_row_id', 'purpose'])
      .updateEntity(false)
      .execute();
  }
}
