import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Settings } from '../config/settings.js';
import { deriveKey } from '../crypto/derived-key.js';
import { hmac } from '../crypto/digest.js';
import { open, seal } from '../crypto/seal.js';
import { inserted } from '../sql/inserted.js';
import { sqlNow } from '../sql/now.js';
import { IdempotencyRecord } from './idempotency-record.entity.js';

/** Longer than any request takes: after it, the process that began the work is gone. */
const LEASE_MS = 5 * 60_000;
const KEPT_MS = 24 * 60 * 60 * 1000;

/** What was answered the first time. */
export interface StoredAnswer {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** What there is under a key. */
export type Standing =
  | { readonly state: 'begun' | 'under way' | 'other request' }
  | { readonly state: 'done'; readonly answer: StoredAnswer };

/** Owns `api_idempotency`. */
@Injectable()
export class IdempotencyStore {
  private readonly now: string;

  constructor(
    @InjectRepository(IdempotencyRecord) private readonly records: Repository<IdempotencyRecord>,
    private readonly settings: Settings,
  ) {
    this.now = sqlNow(records.manager);
  }

  /**
   * Begins the work, or says what became of it. The unique key decides between two that come at once.
   * @param request what was sent; a repeat must be the same
   */
  async begin(digest: Buffer, request: string): Promise<Standing> {
    const [requestDigest = Buffer.alloc(0), ...older] = this.settings.secretKeys.map((key) => keyed(key, request));
    const times = { leaseEndsAt: () => `${this.now} + ${LEASE_MS}`, expiresAt: () => `${this.now} + ${KEPT_MS}` };
    const insert = () =>
      this.records
        .createQueryBuilder()
        .insert()
        .values({ digest, requestDigest, ...times })
        .updateEntity(false)
        .execute();
    if (await inserted(insert)) return { state: 'begun' };
    const record = await this.records.findOneBy({ digest });
    // Given back between our two statements.
    if (record === null) return { state: 'under way' };
    const isSame = [requestDigest, ...older].some((known) => record.requestDigest.equals(known));
    if (!isSame) return { state: 'other request' };
    if (record.answer !== null) return { state: 'done', answer: this.opened(digest, record.answer) };
    return { state: (await this.takeOver(digest)) ? 'begun' : 'under way' };
  }

  async finish(digest: Buffer, answer: StoredAnswer): Promise<void> {
    const plaintext = Buffer.from(JSON.stringify(answer));
    await this.records.update({ digest }, { answer: seal(this.settings.secretKeys, contextOf(digest), plaintext) });
  }

  /** The work failed and changed nothing: a repeat tries again. */
  async giveBack(digest: Buffer): Promise<void> {
    await this.records.delete({ digest });
  }

  /** From a process that died. One guarded statement. */
  private async takeOver(digest: Buffer): Promise<boolean> {
    const { affected } = await this.records
      .createQueryBuilder()
      .update()
      .set({ leaseEndsAt: () => `${this.now} + ${LEASE_MS}` })
      .where({ digest })
      .andWhere(`answer IS NULL AND lease_ends_at <= ${this.now}`)
      .execute();
    return affected === 1;
  }

  private opened(digest: Buffer, answer: string): StoredAnswer {
    return JSON.parse(open(this.settings.secretKeys, contextOf(digest), answer).toString()) as StoredAnswer;
  }
}

/** Who reads the table must not be able to guess a password that was sent. */
function keyed(secretKey: Buffer, request: string): Buffer {
  return hmac(deriveKey(secretKey, 'idempotent requests'), request);
}

function contextOf(digest: Buffer): string {
  return `answer of ${digest.toString('base64url')}`;
}
