import { Injectable } from '@nestjs/common';
import { SettingFault, isRuntimeSetting, readSetting, runtimeSetting } from '../../settings/runtime-settings.js';
import { SettingAdministration } from '../../settings/setting-administration.service.js';
import type { SettingReport } from '../../settings/setting-report.js';
import type { Checked, Demand, Existing, Kind, Wanted } from '../kind.js';

const UNKNOWN = 'There is no such setting: `doorward config check` lists them.';

/** The settings that are stored; those that the environment or the default decides are not the document's. */
@Injectable()
export class SettingsKind implements Kind<SettingReport> {
  readonly section = 'settings';
  readonly noun = 'setting';

  constructor(private readonly settings: SettingAdministration) {}

  async list(): Promise<readonly Existing<SettingReport>[]> {
    const stored = (await this.settings.list()).filter(({ source }) => source === 'stored');
    return stored.map((row) => ({ id: row.name, document: row.value, row })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  async compare(name: string, value: unknown): Promise<Checked<Wanted>> {
    const setting = await this.settings.find(name);
    if (setting === undefined) return { faults: [{ path: [], message: UNKNOWN }] };
    if (!isRuntimeSetting(name)) return { faults: [{ path: [], message: setting.lock ?? UNKNOWN }] };
    try {
      const { stored } = readSetting(name, value);
      if (setting.lock === undefined) return { wanted: { document: stored }, faults: [] };
      // What the environment says already need not be stored.
      return { faults: stored === setting.value ? [] : [{ path: [], message: setting.lock }] };
    } catch (error) {
      if (error instanceof SettingFault) return { faults: [{ path: [], message: error.message }] };
      throw error;
    }
  }

  async create(name: string, { document }: Wanted): Promise<boolean> {
    const setting = await this.settings.find(name);
    // Somebody made it since the plan: it is compared again.
    if (setting === undefined || setting.source === 'stored') return false;
    return this.settings.change(setting, document);
  }

  update({ row }: Existing<SettingReport>, { document }: Wanted): Promise<boolean> {
    return this.settings.change(row, document);
  }

  demandOf(name: string): Demand {
    const isOwnersOnly = isRuntimeSetting(name) && runtimeSetting(name).isOwnersOnly === true;
    return { writes: ['settings'], isOwnersOnly };
  }

  delete({ row }: Existing<SettingReport>): Promise<boolean> {
    return this.settings.reset(row);
  }
}
