import { Injectable } from '@nestjs/common';
import type { Caller } from '../../api/caller.js';
import { checkMayImport } from '../../api/rights.js';
import { Problem } from '../../http/problem.js';
import type { UserImport } from '../../import/user-import.entity.js';
import { UserImports } from '../../import/user-imports.service.js';
import type { NewUserImport, NextPart } from './user-import.dto.js';

/** Imports of users through the admin API, by whom they may be made. */
@Injectable()
export class AdminUserImports {
  constructor(private readonly imports: UserImports) {}

  /** @throws Problem `not-found` */
  async one(id: string): Promise<UserImport> {
    const found = await this.imports.find(id);
    if (found === null) throw new Problem('not-found');
    return found;
  }

  /** @throws Problem `forbidden` */
  async begin(caller: Caller, { name, format, dry_run = false, data, has_more = false }: NewUserImport) {
    checkMayImport(caller);
    return this.imports.beginUpload({ name, format, isDryRun: dry_run }, part(data, has_more));
  }

  /** @throws Problem `forbidden`, `not-found`, `conflict` */
  async append(caller: Caller, id: string, { number, data, has_more = false }: NextPart): Promise<UserImport> {
    checkMayImport(caller);
    const of = await this.one(id);
    if (await this.imports.append(of, { ...part(data, has_more), number })) return this.one(id);
    const { state, parts } = await this.one(id);
    if (state !== 'receiving') throw new Problem('conflict', 'The upload is complete: nothing can follow.');
    throw new Problem('conflict', `Part ${parts + 1} is awaited.`);
  }

  /** @throws Problem `forbidden`, `not-found` */
  async remove(caller: Caller, id: string): Promise<void> {
    const of = await this.one(id);
    checkMayImport(caller);
    if (!(await this.imports.remove(of))) throw new Problem('not-found');
  }
}

function part(data: string, hasMore: boolean) {
  return { content: Buffer.from(data), isLast: !hasMore };
}
