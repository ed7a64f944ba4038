import { once } from 'node:events';
import { auditAnswer } from '../audit/audit-answer.js';
import type { AuditEvent } from '../audit/audit-event.entity.js';
import { AuditEvents } from '../audit/audit-events.service.js';
import { auditFilter, type AuditFilterOptions } from './audit-filter.js';
import { withServices } from './with-database.js';

/** `doorward audit export`: one line for each event, as fast as whoever reads them. */
export async function exportAudit(options: AuditFilterOptions): Promise<void> {
  await withServices('read', async (services) => {
    for await (const event of services.get(AuditEvents).all(auditFilter(options))) {
      if (!process.stdout.write(`${JSON.stringify(exported(event))}\n`)) await once(process.stdout, 'drain');
    }
  });
}

/** With its place and its hashes, so that an export can be held against the database later. */
function exported(event: AuditEvent): object {
  const { chain, seq, hash, previousHash } = event;
  const hashes = { hash: hash.toString('hex'), previous_hash: previousHash.toString('hex') };
  return { ...auditAnswer(event), chain, seq, ...hashes };
}
