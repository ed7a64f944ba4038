import { once } from 'node:events';
import { AuditEvents } from '../audit/audit-events.service.js';
import { auditAnswer, auditFilter, type AuditFilterOptions } from './audit-answer.js';
import { withServices } from './with-database.js';

/** `doorward audit export`: one line for each event, as fast as whoever reads them. */
export async function exportAudit(options: AuditFilterOptions): Promise<void> {
  await withServices(async (services) => {
    for await (const event of services.get(AuditEvents).all(auditFilter(options))) {
      if (!process.stdout.write(`${JSON.stringify(auditAnswer(event))}\n`)) await once(process.stdout, 'drain');
    }
  });
}
