import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { type KeysetPage, keysetPage, type Position } from '../sql/keyset.js';
import type { AuditAction } from './audit-actions.js';
import { AuditEvent } from './audit-event.entity.js';

/** Which events a list shows. */
export interface AuditFilter {
  readonly action?: AuditAction | undefined;
  readonly outcome?: 'success' | 'failure' | undefined;
  readonly actorId?: string | undefined;
  readonly targetId?: string | undefined;
  readonly requestId?: string | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
}

const BATCH = 500;

/** Reads the audit log. */
@Injectable()
export class AuditEvents {
  constructor(@InjectRepository(AuditEvent) private readonly events: Repository<AuditEvent>) {}

  /** The newest first. One statement. */
  page(filter: AuditFilter, limit: number, after?: Position): Promise<KeysetPage<AuditEvent>> {
    return keysetPage(this.matching(filter), { by: 'id', direction: 'DESC' }, limit, after);
  }

  byId(id: string): Promise<AuditEvent | null> {
    return this.events.findOneBy({ id });
  }

  /** Every event in the order of time, as many as there are: read in batches. */
  async *all(filter: AuditFilter): AsyncGenerator<AuditEvent> {
    let after: Position | undefined;
    do {
      const { rows, next }: KeysetPage<AuditEvent> = await keysetPage(
        this.matching(filter),
        { by: 'id', direction: 'ASC' },
        BATCH,
        after,
      );
      yield* rows;
      after = next;
    } while (after !== undefined);
  }

  private matching({ since, until, ...same }: AuditFilter) {
    const query = this.events.createQueryBuilder('event');
    for (const [property, value] of Object.entries(same)) {
      if (value !== undefined) query.andWhere({ [property]: value });
    }
    if (since !== undefined) query.andWhere('event.occurredAt >= :since', { since: since.getTime() });
    if (until !== undefined) query.andWhere('event.occurredAt < :until', { until: until.getTime() });
    return query;
  }
}
