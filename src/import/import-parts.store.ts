import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Settings } from '../config/settings.js';
import { open, seal } from '../crypto/seal.js';
import { SourceFault } from './source-row.js';
import { UserImportPart } from './user-import-part.entity.js';
import type { UserImport } from './user-import.entity.js';

/** Owns `user_import_parts`: what was uploaded, sealed, until it is worked off. */
@Injectable()
export class ImportParts {
  constructor(
    @InjectRepository(UserImportPart) private readonly parts: Repository<UserImportPart>,
    private readonly settings: Settings,
  ) {}

  async insert(importId: string, number: number, plain: Buffer): Promise<void> {
    const content = Buffer.from(seal(this.settings.secretKeys, contextOf(importId, number), plain));
    await this.parts.insert({ importId, number, content });
  }

  /** One part after the other; never more than one in memory. @throws SourceFault when one is not there or does not open */
  async *all({ id: importId, parts }: Pick<UserImport, 'id' | 'parts'>): AsyncGenerator<Buffer> {
    for (let number = 1; number <= parts; number += 1) {
      const part = await this.parts.findOneBy({ importId, number });
      if (part === null) throw new SourceFault(`Part ${number} of the upload is missing: upload the file again.`);
      yield this.opened(part);
    }
  }

  async remove(importId: string): Promise<void> {
    await this.parts.delete({ importId });
  }

  private opened({ importId, number, content }: UserImportPart): Buffer {
    try {
      return open(this.settings.secretKeys, contextOf(importId, number), content.toString());
    } catch (cause) {
      throw new SourceFault('The upload cannot be opened with this SECRET_KEY: upload the file again.', { cause });
    }
  }
}

function contextOf(importId: string, number: number): string {
  return `user_import_parts.content ${importId} ${number}`;
}
