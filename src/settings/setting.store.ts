import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { inserted } from '../sql/inserted.js';
import { sqlNow } from '../sql/now.js';
import type { SettingValue } from './runtime-settings.js';
import { Setting } from './setting.entity.js';

/** Reads and writes `settings`, each in one statement. */
@Injectable()
export class SettingStore {
  private readonly now: string;

  constructor(@InjectRepository(Setting) private readonly settings: Repository<Setting>) {
    this.now = sqlNow(settings.manager);
  }

  all(): Promise<Setting[]> {
    return this.settings.find();
  }

  /** @returns false when there is one already */
  async insert(name: string, value: SettingValue): Promise<boolean> {
    const updatedAt = () => this.now;
    const query = this.settings.createQueryBuilder().insert().values({ name, value, updatedAt }).updateEntity(false);
    return inserted(() => query.execute());
  }

  /** Changes the version that was read, and no other. @returns false when it was changed since */
  async update(name: string, readAt: Date, value: SettingValue): Promise<boolean> {
    const { affected } = await this.settings
      .createQueryBuilder()
      .update()
      .set({ value, updatedAt: () => `CASE WHEN updated_at >= ${this.now} THEN updated_at + 1 ELSE ${this.now} END` })
      .where({ name, updatedAt: readAt })
      .execute();
    return affected === 1;
  }

  /** Deletes the version that was read, and no other. @returns false when it was changed since */
  async delete(name: string, readAt: Date): Promise<boolean> {
    const { affected } = await this.settings.delete({ name, updatedAt: readAt });
    return affected === 1;
  }
}
