import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.js';
import { currentOrigin } from '../http/origin.js';
import type { KeysetPage, Order, Position } from '../sql/keyset.js';
import { ImportErrors } from './import-errors.store.js';
import { ImportParts } from './import-parts.store.js';
import type { UserImportError } from './user-import-error.entity.js';
import type { UserImport } from './user-import.entity.js';
import { UserImportStore } from './user-imports.store.js';

/** Parts of one upload. */
export const MAX_PARTS = 500;

/** What an import is made of, whoever has the bytes. */
export interface ImportOrder extends Pick<UserImport, 'name' | 'format' | 'isDryRun'> {}

/** A piece of an upload. */
export interface Part {
  /** From 1. */
  readonly number: number;
  readonly content: Buffer;
  readonly isLast: boolean;
}

/** The way from a file to users: what is begun, how far it is, which rows were refused. */
@Injectable()
export class UserImports {
  private onReady: () => void = () => undefined;

  constructor(
    private readonly store: UserImportStore,
    private readonly parts: ImportParts,
    private readonly errors: ImportErrors,
    private readonly audit: AuditLog,
  ) {}

  /** Says who works uploads off. Called once, at the start. */
  whenReady(wake: () => void): void {
    this.onReady = wake;
  }

  /** Begins an import whose bytes are uploaded, with the first of them. */
  async beginUpload(order: ImportOrder, first: Omit<Part, 'number'>): Promise<UserImport> {
    const of = await this.store.insert({
      ...order,
      ...actor(),
      isUploaded: true,
      state: 'receiving',
      digest: null,
      bytes: 0,
    });
    await this.append(of, { ...first, number: 1 });
    return (await this.store.find(of.id)) ?? of;
  }

  /** Adds a part; the last one starts the work. @returns false when another part is awaited, or none any more */
  async append({ id }: UserImport, { number, content, isLast }: Part): Promise<boolean> {
    if (number > MAX_PARTS || !(await this.store.reservePart(id, number, content.length))) return false;
    await this.parts.insert(id, number, content);
    if (!isLast) return true;
    const digest = await this.digest({ id, parts: number });
    const isComplete = await this.store.complete(id, number, digest);
    if (!isComplete) return false;
    await this.noteStart(id, digest);
    this.onReady();
    return true;
  }

  /** Begins an import whose bytes the caller has. */
  async beginFile(order: ImportOrder, { digest, bytes }: { digest: Buffer; bytes: number }): Promise<UserImport> {
    const of = await this.store.insert({
      ...order,
      ...actor(),
      isUploaded: false,
      state: 'running',
      digest,
      bytes,
    });
    await this.noteStart(of.id, digest);
    return of;
  }

  find(id: string): Promise<UserImport | null> {
    return this.store.find(id);
  }

  page(order: Order, limit: number, after?: Position): Promise<KeysetPage<UserImport>> {
    return this.store.page(order, limit, after);
  }

  /** Rows that were refused, in their order. */
  errorsOf({ id }: UserImport, limit: number, after?: Position): Promise<KeysetPage<UserImportError>> {
    return this.errors.page(id, limit, after);
  }

  /** Stops an import and forgets it. The users that it has made stay. @returns whether this call did it */
  async remove({ id }: UserImport): Promise<boolean> {
    const isRemoved = await this.store.remove(id);
    if (isRemoved) await this.audit.record({ action: 'user.import_removed', target: { type: 'user_import', id } });
    return isRemoved;
  }

  private async digest(of: Pick<UserImport, 'id' | 'parts'>): Promise<Buffer> {
    const hash = createHash('sha256');
    for await (const part of this.parts.all(of)) hash.update(part);
    return hash.digest();
  }

  private async noteStart(id: string, digest: Buffer): Promise<void> {
    const { isDryRun = false } = (await this.store.find(id)) ?? {};
    if (isDryRun) return;
    const details = { sha256: digest.toString('hex') };
    await this.audit.record({ action: 'user.import_started', target: { type: 'user_import', id }, details });
  }
}

function actor(): Pick<UserImport, 'actorType' | 'actorId'> {
  const { type, id } = currentOrigin().actor;
  return { actorType: type, actorId: id ?? null };
}
