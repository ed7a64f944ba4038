import { AuditComparison } from '../audit/audit-comparison.service.js';
import { type AuditFault, AuditVerification } from '../audit/audit-verification.service.js';
import { CommandFailure, EXIT } from './command-failure.js';
import { exportedEvents } from './exported-events.js';
import { printJson, printLines } from './output.js';
import { Progress } from './progress.js';
import { withServices } from './with-database.js';

export interface VerifyAuditOptions {
  /** A file of an earlier export. */
  readonly against?: string;
  readonly json?: true;
}

/**
 * `doorward audit verify`
 * @throws CommandFailure when something is not as it was written
 */
export async function verifyAudit({ against, json }: VerifyAuditOptions): Promise<void> {
  const progress = new Progress('events');
  const { log, compared } = await withServices('read', async (services) => ({
    log: await services.get(AuditVerification).verify((count) => progress.show(count)),
    compared: against === undefined ? undefined : await services.get(AuditComparison).compare(exportedEvents(against)),
  }));
  progress.end();
  const faults = [...log.faults, ...(compared?.faults ?? [])];
  if (json) {
    printJson({ events: log.events, ...(compared && { compared: compared.events }), faults });
    if (faults.length > 0) process.exitCode = EXIT.failure;
    return;
  }
  if (faults.length > 0) throw new CommandFailure(faults.map(sentence));
  printLines(`${log.events} events are as they were written.`);
  if (compared) printLines(`The ${compared.events} events of the export are the same, or older than AUDIT_DAYS.`);
}

const SENTENCES: Readonly<Record<AuditFault['kind'], (place: string, fault: AuditFault) => string>> = {
  missing: (place) => `An event is missing, or several: ${place}.`,
  changed: (place, { id = '' }) => `An event was changed or added: ${place}, ${id}.`,
  missing_chain: (_place, { chain }) => `Chain ${chain} is missing, or the row that says where it begins and ends.`,
  moved_beginning: (_place, { chain, seq }) => `The beginning of chain ${chain} was moved to number ${seq}.`,
  moved_end: (_place, { chain, seq }) => `The end of chain ${chain} was moved to number ${seq}.`,
  gone: (place, { id = '' }) => `An event of the export is missing: ${place}, ${id}.`,
  different: (place, { id = '' }) => `An event is not the same as in the export: ${place}, ${id}.`,
};

function sentence(fault: AuditFault): string {
  return SENTENCES[fault.kind](`number ${fault.seq} of chain ${fault.chain}`, fault);
}
