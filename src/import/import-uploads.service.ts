import { Injectable } from '@nestjs/common';
import { ImportParts } from './import-parts.store.js';
import { ImportRun, type RunEnd } from './import-run.service.js';
import { UserImportStore } from './user-imports.store.js';

/** Works uploads off, one at a time in a process. */
@Injectable()
export class ImportUploads {
  constructor(
    private readonly store: UserImportStore,
    private readonly parts: ImportParts,
    private readonly runs: ImportRun,
  ) {}

  /**
   * The next upload that nobody works on.
   * @returns how it ended; undefined when there was none
   */
  async runNext(signal: AbortSignal): Promise<RunEnd | undefined> {
    const due = await this.store.findDue();
    if (due === undefined) return undefined;
    const claimed = await this.store.claim(due.id);
    return claimed === undefined ? 'lost' : this.runs.run(claimed, this.parts.all(claimed), { signal });
  }
}
