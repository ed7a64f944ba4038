import { Injectable } from '@nestjs/common';
import type { UniqueField } from '../users/duplicate-user-error.js';
import { randomEmployeeNumber } from '../users/employee-number.js';
import { type NewUserRow, uniqueValues, UserBatches } from '../users/user-batches.service.js';
import { type ClaimedValue, digestOf, DryRunValues } from './dry-run-values.store.js';
import { ImportErrors, type RefusedRow } from './import-errors.store.js';
import type { JudgedRow, RowFault } from './judged-row.js';
import { rowId } from './row-id.js';
import type { UserImport } from './user-import.entity.js';

/** How often a batch is compared with the table anew because somebody signed up in between. */
const MAX_TRIES = 5;
const UNIQUE_FIELDS = ['username', 'email', 'empUserId'] as const satisfies readonly UniqueField[];

const TAKEN: Readonly<Record<UniqueField, string>> = {
  username: 'A user, or an earlier row, has this user name.',
  email: 'A user, or an earlier row, has this e-mail address.',
  empUserId: 'A user, or an earlier row, has this number.',
};

/** A row that follows every rule, with the user that it would make. */
interface Candidate {
  readonly number: number;
  readonly row: NewUserRow;
  /** Whether the number in the organisation may be another one. */
  readonly isNumberOurs: boolean;
}

/** Who has a value: the key of a user, or something that stands for an earlier row. */
type Owners = Readonly<Record<UniqueField, Map<string, string>>>;

export interface BatchResult {
  readonly imported: number;
  readonly refused: number;
}

/**
 * Makes users of some rows and keeps why the others make none. Doing the same rows once more changes nothing: what a row
 * makes has always the same key.
 */
@Injectable()
export class ImportBatch {
  constructor(
    private readonly users: UserBatches,
    private readonly errors: ImportErrors,
    private readonly dryRun: DryRunValues,
  ) {}

  async settle(of: UserImport, rows: readonly JudgedRow[]): Promise<BatchResult> {
    const candidates = rows.flatMap((row) => this.candidate(of, row));
    const clashing = await this.make(of, candidates);
    const refused = [...rows.filter(({ faults }) => faults.length > 0), ...clashing];
    await this.errors.keep(of, refused);
    return { imported: rows.length - refused.length, refused: refused.length };
  }

  private candidate(of: UserImport, { number, user }: JudgedRow): Candidate[] {
    if (user === undefined) return [];
    const row = this.users.row(rowId(of, number), user);
    return [{ number, row, isNumberOurs: user.empUserId === undefined }];
  }

  /** @returns the rows that clash with others */
  private async make(of: UserImport, candidates: readonly Candidate[]): Promise<RefusedRow[]> {
    for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
      const { free, clashing } = compared(candidates, await this.owners(of, candidates));
      if (of.isDryRun) await this.dryRun.keep(of.id, free.flatMap(claims));
      if (of.isDryRun || (await this.users.insert(free.map(({ row }) => row)))) return clashing;
    }
    throw new Error('the users of a batch are taken again and again by somebody else');
  }

  private async owners(of: UserImport, candidates: readonly Candidate[]): Promise<Owners> {
    const owners = await this.users.owners(candidates.map(({ row }) => row));
    if (!of.isDryRun) return owners;
    const all = candidates.flatMap(claims);
    const earlier = await this.dryRun.rowsOf(of.id, all);
    for (const claim of all) {
      const row = earlier.get(digestOf(claim).toString('hex'));
      if (row !== undefined) owners[claim.field].set(claim.value, rowId(of, row));
    }
    return owners;
  }
}

/** Row by row, so that of two with the same name the first one gets it. */
function compared(
  candidates: readonly Candidate[],
  owners: Owners,
): { free: readonly Candidate[]; clashing: RefusedRow[] } {
  const [free, clashing]: [Candidate[], RefusedRow[]] = [[], []];
  for (const candidate of candidates) {
    const { id, usernameKey } = candidate.row;
    // A run that died has made this user already.
    if (owners.username.get(usernameKey) === id) continue;
    if (candidate.isNumberOurs) assignFreeNumber(candidate, owners);
    const faults = clashes(candidate, owners);
    if (faults.length > 0) clashing.push({ number: candidate.number, faults });
    else {
      free.push(candidate);
      for (const { field, value } of claims(candidate)) owners[field].set(value, id);
    }
  }
  return { free, clashing };
}

function assignFreeNumber({ row }: Candidate, { empUserId }: Owners): void {
  while (empUserId.has(row.employeeId)) row.employeeId = randomEmployeeNumber();
}

function clashes({ row }: Candidate, owners: Owners): RowFault[] {
  const values = uniqueValues(row);
  return UNIQUE_FIELDS.filter((field) => owners[field].has(values[field])).map((field) => ({
    field,
    message: TAKEN[field],
  }));
}

function claims({ number, row }: Candidate): ClaimedValue[] {
  const values = uniqueValues(row);
  return UNIQUE_FIELDS.map((field) => ({ field, value: values[field], row: number }));
}
