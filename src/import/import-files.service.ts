import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ImportRun, type RunEnd, type RunOptions } from './import-run.service.js';
import { type Chunks, SourceFault } from './source-row.js';
import type { UserImport } from './user-import.entity.js';
import { type ImportOrder, UserImports } from './user-imports.service.js';
import { type ClaimedImport, UserImportStore } from './user-imports.store.js';

/** The number column of the table ends here. */
const MAX_BYTES = 2 ** 31 - 1;
const MAX_NAME = 255;

/** Why a file is not worked off now. */
export type FileRefusal = 'no_file' | 'too_large' | 'begun_before' | 'nothing_to_resume' | 'under_way';

/** The import of a file on this machine cannot go on like this. */
export class ImportFileError extends Error {
  override readonly name = 'ImportFileError';

  constructor(readonly refusal: FileRefusal) {
    super(refusal);
  }
}

export interface FileOrder extends Omit<ImportOrder, 'name'> {
  readonly path: string;
  /** Go on with a run of the same file that died or was stopped. */
  readonly isResumed: boolean;
}

/** Imports files that this process can read. Nothing of them is stored. */
@Injectable()
export class ImportFiles {
  constructor(
    private readonly store: UserImportStore,
    private readonly imports: UserImports,
    private readonly runs: ImportRun,
  ) {}

  /**
   * Takes the import of a file: a new one, or the one that was begun with the same bytes.
   * @throws ImportFileError, and what the file system says
   */
  async open({ path, isResumed, format, isDryRun }: FileOrder): Promise<ClaimedImport> {
    const file = await stat(path);
    // Read twice: a pipe cannot be.
    if (!file.isFile()) throw new ImportFileError('no_file');
    const { size: bytes } = file;
    if (bytes > MAX_BYTES) throw new ImportFileError('too_large');
    const digest = await digestOf(path);
    const begun = await this.store.findUnfinished({ format, isDryRun, digest });
    if (begun !== null && !isResumed) throw new ImportFileError('begun_before');
    if (begun === null && isResumed) throw new ImportFileError('nothing_to_resume');
    const name = basename(path).slice(0, MAX_NAME);
    const { id } = begun ?? (await this.imports.beginFile({ name, format, isDryRun }, { digest, bytes }));
    const claimed = await this.store.claim(id);
    if (claimed === undefined) throw new ImportFileError('under_way');
    return claimed;
  }

  run(claimed: ClaimedImport, path: string, options: RunOptions): Promise<RunEnd> {
    return this.runs.run(claimed, unchanged(createReadStream(path), claimed), options);
  }

  /** What has become of it. */
  find(id: string): Promise<UserImport | null> {
    return this.store.find(id);
  }
}

/** The file as it was when it was opened: a run that goes on counts rows from its start. @throws SourceFault */
async function* unchanged(chunks: Chunks, { digest }: Pick<UserImport, 'digest'>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
  if (digest?.equals(hash.digest()) === true) return;
  throw new SourceFault('The file was changed while it was read: look at what was made, and import a copy that stays.');
}

async function digestOf(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest();
}
