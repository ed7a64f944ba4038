import { type AuditFault, AuditVerification } from '../audit/audit-verification.service.js';
import { CommandFailure, EXIT } from './command-failure.js';
import { printJson, printLines } from './output.js';
import { Progress } from './progress.js';
import { withServices } from './with-database.js';

/**
 * `doorward audit verify`
 * @throws CommandFailure when something is not as it was written
 */
export async function verifyAudit({ json }: { readonly json?: true }): Promise<void> {
  const progress = new Progress('events');
  const { events, faults } = await withServices('read', (services) =>
    services.get(AuditVerification).verify((count) => progress.show(count)),
  );
  progress.end();
  if (json) {
    printJson({ events, faults });
    if (faults.length > 0) process.exitCode = EXIT.failure;
    return;
  }
  if (faults.length > 0) throw new CommandFailure(faults.map(sentence));
  printLines(`${events} events are as they were written.`);
}

function sentence({ kind, chain, seq, id }: AuditFault): string {
  const place = `number ${seq} of chain ${chain}`;
  if (kind === 'missing') return `An event is missing, or several: ${place}.`;
  if (kind === 'moved_beginning') return `The beginning of chain ${chain} was moved to number ${seq}.`;
  return `An event was changed or added: ${place}, ${id ?? ''}.`;
}
