import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { type KeysetPage, keysetPage, type Position } from '../sql/keyset.js';
import type { RowFault } from './judged-row.js';
import { faultId } from './row-id.js';
import { UserImportError } from './user-import-error.entity.js';
import type { UserImport } from './user-import.entity.js';

/** Rows whose faults are kept; further ones are counted. Nobody reads more of them. */
export const KEPT_ROWS = 10_000;
const BY_ROW = { by: 'id', direction: 'ASC' } as const;
const AT_ONCE = 500;

/** A row that was refused. */
export interface RefusedRow {
  readonly number: number;
  readonly faults: readonly RowFault[];
}

/** Owns `user_import_errors`. */
@Injectable()
export class ImportErrors {
  constructor(@InjectRepository(UserImportError) private readonly errors: Repository<UserImportError>) {}

  /** Keeps why rows were refused. Those that are known from a run that died are not kept twice. */
  async keep(of: UserImport, rows: readonly RefusedRow[]): Promise<void> {
    const values = rows.slice(0, Math.max(KEPT_ROWS - of.refused, 0)).flatMap((row) => errorsOf(of, row));
    for (let start = 0; start < values.length; start += AT_ONCE) {
      const some = values.slice(start, start + AT_ONCE);
      await this.errors.createQueryBuilder().insert().values(some).orIgnore().updateEntity(false).execute();
    }
  }

  /** In the order of the rows. */
  page(importId: string, limit: number, after?: Position): Promise<KeysetPage<UserImportError>> {
    return keysetPage(this.errors.createQueryBuilder('error').where({ importId }), BY_ROW, limit, after);
  }
}

function errorsOf(of: UserImport, { number, faults }: RefusedRow) {
  return faults.map(({ field, message }, index) => ({
    id: faultId(of, number, index),
    importId: of.id,
    row: number,
    field: field ?? null,
    message,
  }));
}
