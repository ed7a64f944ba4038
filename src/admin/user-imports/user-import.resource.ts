import { MaybeText, MaybeTime, Shown, Text, Time } from '../../api/fields.js';
import type { UserImportError } from '../../import/user-import-error.entity.js';
import { IMPORT_FORMATS, IMPORT_STATES, type UserImport } from '../../import/user-import.entity.js';

const whole = (description: string) => Shown({ type: 'integer', description });

/** An import of users, as the API shows it. */
export class UserImportResource {
  @Text id!: string;
  @Text name!: string;
  @Shown({ enum: IMPORT_FORMATS }) format!: string;
  @Shown({ type: 'boolean' }) dry_run!: boolean;
  @Shown({ enum: IMPORT_STATES, description: '`failed`: the file itself is faulty, see `failure`' }) state!: string;
  @MaybeText('What is wrong with the file as a whole, and where') failure!: string | null;
  @MaybeText('SHA-256 of the file in hex, once it is whole') sha256!: string | null;
  @whole('How many parts have come') parts!: number;
  @whole('Size of what has come') bytes!: number;
  @whole('How far it is worked off') bytes_done!: number;
  @whole('Users made, or in a dry run: that would be made') imported!: number;
  @whole('Rows that make no user; see `/errors`') refused!: number;
  @whole('Number of the last row that is worked off; the header of a CSV is row 1') last_row!: number;
  @Time('When it was begun') created_at!: string;
  @MaybeTime('When it was over') finished_at!: string | null;
  @Time('When it is forgotten, with its errors') expires_at!: string;
}

/** Why a row made no user. */
export class UserImportErrorResource {
  @whole('The header of a CSV is row 1') row!: number;
  @MaybeText('null where it is about the whole row') field!: string | null;
  @Text message!: string;
}

export function userImportResource(of: UserImport): UserImportResource {
  return {
    id: of.id,
    name: of.name,
    format: of.format,
    dry_run: of.isDryRun,
    state: of.state,
    failure: of.failure,
    sha256: of.digest?.toString('hex') ?? null,
    parts: of.parts,
    bytes: of.bytes,
    bytes_done: of.bytesDone,
    imported: of.imported,
    refused: of.refused,
    last_row: of.lastRow,
    created_at: of.createdAt.toISOString(),
    finished_at: of.finishedAt?.toISOString() ?? null,
    expires_at: of.expiresAt.toISOString(),
  };
}

export function userImportErrorResource({ row, field, message }: UserImportError): UserImportErrorResource {
  return { row, field, message };
}
