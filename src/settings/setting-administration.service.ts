import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.js';
import { Settings } from '../config/settings.js';
import { LiveSettings } from './live-settings.service.js';
import { isRuntimeSetting, readSetting, type SettingValue } from './runtime-settings.js';
import { type SettingReport, settingReports } from './setting-report.js';
import { SettingStore } from './setting.store.js';

/** The environment decides it, or it is read at start only: nothing here can change it. The message says so. */
export class LockedSettingError extends Error {}

/** Lists and changes settings, for those who administer the installation. */
@Injectable()
export class SettingAdministration {
  constructor(
    private readonly store: SettingStore,
    private readonly live: LiveSettings,
    private readonly settings: Settings,
    private readonly audit: AuditLog,
  ) {}

  /** Every setting, in the order of the documentation. One statement. */
  async list(): Promise<readonly SettingReport[]> {
    return settingReports(this.settings, await this.store.all());
  }

  async find(name: string): Promise<SettingReport | undefined> {
    return (await this.list()).find((setting) => setting.name === name);
  }

  /**
   * Stores a value. The same value again changes nothing.
   * @param read the setting as it was read
   * @returns false when it was changed since
   * @throws SettingFault, LockedSettingError
   */
  async change(read: SettingReport, value: unknown): Promise<boolean> {
    const { name, source, updatedAt } = read;
    const { stored } = readSetting(changeableName(read), value);
    if (source === 'stored' && stored === read.value) return true;
    const isDone =
      source === 'stored' ? await this.store.update(name, updatedAt, stored) : await this.store.insert(name, stored);
    return isDone && this.note(read, stored);
  }

  /**
   * Forgets the stored value, so that the default counts again. Without one nothing happens.
   * @returns false when it was changed since
   * @throws LockedSettingError
   */
  async reset(read: SettingReport): Promise<boolean> {
    const name = changeableName(read);
    if (read.source !== 'stored') return true;
    if (!(await this.store.delete(name, read.updatedAt))) return false;
    const { value } = settingReports(this.settings, []).find((setting) => setting.name === name) ?? { value: null };
    return this.note(read, value);
  }

  private async note({ name, value: from }: SettingReport, to: SettingValue | null): Promise<true> {
    this.live.forget();
    await this.audit.record({
      action: 'settings.changed',
      target: { type: 'setting', id: name },
      details: { from, to },
    });
    return true;
  }
}

function changeableName({ name, lock }: SettingReport) {
  if (lock !== undefined || !isRuntimeSetting(name)) throw new LockedSettingError(lock);
  return name;
}
