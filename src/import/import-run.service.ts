import { setImmediate as otherWork } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.js';
import { csvRows } from './csv-rows.js';
import { DryRunValues } from './dry-run-values.store.js';
import { ImportBatch } from './import-batch.service.js';
import { ImportParts } from './import-parts.store.js';
import { jsonRows } from './json-rows.js';
import { judged, type JudgedRow } from './judged-row.js';
import { checkUtf8, type Chunks, SourceFault, type SourceRow } from './source-row.js';
import type { ClaimedImport, Checkpoint } from './user-imports.store.js';
import { UserImportStore } from './user-imports.store.js';

/** Rows between two checkpoints. */
const BATCH_ROWS = 250;
/** Rows between two looks at what else the process has to do. */
const ROWS_AT_ONCE = 25;

/** What a run is watched and stopped by. */
export interface RunOptions {
  onProgress?(checkpoint: Checkpoint): void;
  /** Stops after the batch under way; another run goes on from there. */
  readonly signal?: AbortSignal;
}

/** How a run ended: `over` with the file, `stopped` by its signal, or `lost` to another process or a removal. */
export type RunEnd = 'over' | 'stopped' | 'lost';

/** Works an import off, from its last checkpoint on. Memory does not grow with the file. */
@Injectable()
export class ImportRun {
  constructor(
    private readonly store: UserImportStore,
    private readonly batches: ImportBatch,
    private readonly parts: ImportParts,
    private readonly dryRun: DryRunValues,
    private readonly audit: AuditLog,
  ) {}

  /** @param chunks the whole file */
  async run(claimed: ClaimedImport, chunks: Chunks, options: RunOptions = {}): Promise<RunEnd> {
    let failure: string | null = null;
    for await (const batch of batched(rowsOf(claimed, chunks))) {
      if (batch.rows.length > 0 && !(await this.settle(claimed, batch.rows))) return 'lost';
      options.onProgress?.(claimed);
      ({ failure } = batch);
      if (options.signal?.aborted === true && !batch.isLast) {
        await this.store.release(claimed);
        return 'stopped';
      }
    }
    return (await this.finish(claimed, failure)) ? 'over' : 'lost';
  }

  /** Makes the users of some rows, and notes how far it is. */
  private async settle(claimed: ClaimedImport, rows: readonly JudgedRow[]): Promise<boolean> {
    const { imported, refused } = await this.batches.settle(claimed, rows);
    const last = rows.at(-1);
    const checkpoint = {
      bytesDone: last?.bytes ?? claimed.bytesDone,
      lastRow: last?.number ?? claimed.lastRow,
      imported: claimed.imported + imported,
      refused: claimed.refused + refused,
    };
    Object.assign(claimed, checkpoint);
    return this.store.checkpoint(claimed, checkpoint);
  }

  /** The record comes first: of a process that dies in between the next one writes it once more, rather than nobody. */
  private async finish(claimed: ClaimedImport, failure: string | null): Promise<boolean> {
    const { id, imported, refused, digest } = claimed;
    if (!claimed.isDryRun) {
      await this.audit.record({
        action: 'user.imported',
        target: { type: 'user_import', id },
        actor: { type: claimed.actorType, ...(claimed.actorId !== null && { id: claimed.actorId }) },
        ...(failure !== null && { failure: 'faulty_file' }),
        details: { imported, refused, sha256: digest?.toString('hex') ?? null },
      });
    }
    if (!(await this.store.finish(claimed, failure))) return false;
    await this.parts.remove(id);
    await this.dryRun.remove(id);
    return true;
  }
}

interface Batch {
  readonly rows: readonly JudgedRow[];
  /** What is wrong with the file behind these rows. */
  readonly failure: string | null;
  readonly isLast: boolean;
}

/** The rows behind the checkpoint. */
async function* rowsOf({ format, lastRow }: ClaimedImport, chunks: Chunks): AsyncGenerator<SourceRow> {
  const whole = checkUtf8(chunks);
  for await (const row of format === 'csv' ? csvRows(whole) : jsonRows(whole)) if (row.number > lastRow) yield row;
}

async function* batched(rows: AsyncIterable<SourceRow>): AsyncGenerator<Batch> {
  let batch: JudgedRow[] = [];
  let failure: string | null = null;
  try {
    for await (const row of rows) {
      batch.push(await judged(row));
      if (batch.length % ROWS_AT_ONCE === 0) await otherWork();
      if (batch.length < BATCH_ROWS) continue;
      yield { rows: batch, failure, isLast: false };
      batch = [];
    }
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    failure = error.message;
  }
  yield { rows: batch, failure, isLast: true };
}
