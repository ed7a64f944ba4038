import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import { sha256 } from '../crypto/digest.js';
import type { UniqueField } from '../users/duplicate-user-error.js';
import { UserImportValue } from './user-import-value.entity.js';

/** A value that must be one user's alone. */
export interface ClaimedValue {
  readonly field: UniqueField;
  readonly value: string;
  readonly row: number;
}

/** Owns `user_import_values`: what rows of a dry run would have taken, so that it says what the import would say. */
@Injectable()
export class DryRunValues {
  constructor(@InjectRepository(UserImportValue) private readonly values: Repository<UserImportValue>) {}

  /** Which of the values an earlier row has. @returns its number by the digest of the value in hex */
  async rowsOf(importId: string, claimed: readonly ClaimedValue[]): Promise<Map<string, number>> {
    if (claimed.length === 0) return new Map();
    const found = await this.values.findBy({ importId, digest: In(claimed.map(digestOf)) });
    return new Map(found.map(({ digest, row }) => [digest.toString('hex'), row]));
  }

  async keep(importId: string, claimed: readonly ClaimedValue[]): Promise<void> {
    if (claimed.length === 0) return;
    const rows = claimed.map((one) => ({ importId, digest: digestOf(one), row: one.row }));
    await this.values.createQueryBuilder().insert().values(rows).orIgnore().updateEntity(false).execute();
  }

  async remove(importId: string): Promise<void> {
    await this.values.delete({ importId });
  }
}

export function digestOf({ field, value }: Pick<ClaimedValue, 'field' | 'value'>): Buffer {
  return sha256(`${field} ${value}`);
}
