import { Injectable } from '@nestjs/common';
import type { Caller } from '../../api/caller.js';
import { checkMayChangeOwnersSetting } from '../../api/rights.js';
import { Problem } from '../../http/problem.js';
import { SettingFault } from '../../settings/runtime-settings.js';
import { LockedSettingError, SettingAdministration } from '../../settings/setting-administration.service.js';
import type { SettingReport } from '../../settings/setting-report.js';

/** What is done to settings through the admin API, by whom it may be done. */
@Injectable()
export class AdminSettings {
  constructor(private readonly settings: SettingAdministration) {}

  /** @throws Problem `not-found` */
  async one(name: string): Promise<SettingReport> {
    const setting = await this.settings.find(name);
    if (setting === undefined) throw new Problem('not-found');
    return setting;
  }

  /** @throws Problem `forbidden`, `conflict`, `precondition-failed`, `validation-failed` */
  async change(caller: Caller, setting: SettingReport, value: unknown): Promise<SettingReport> {
    if (setting.isOwnersOnly) checkMayChangeOwnersSetting(caller);
    return this.changed(setting, () => this.settings.change(setting, value));
  }

  /** @throws Problem `forbidden`, `conflict`, `precondition-failed` */
  async reset(caller: Caller, setting: SettingReport): Promise<void> {
    if (setting.isOwnersOnly) checkMayChangeOwnersSetting(caller);
    await this.changed(setting, () => this.settings.reset(setting));
  }

  private async changed({ name }: SettingReport, change: () => Promise<boolean>): Promise<SettingReport> {
    try {
      if (!(await change())) throw new Problem('precondition-failed');
    } catch (cause) {
      if (cause instanceof LockedSettingError) throw new Problem('conflict', cause.message, { cause });
      if (!(cause instanceof SettingFault)) throw cause;
      throw new Problem('validation-failed', undefined, {
        errors: [{ field: 'value', message: cause.message }],
        cause,
      });
    }
    return this.one(name);
  }
}
