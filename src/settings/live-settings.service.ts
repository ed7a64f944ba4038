import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { isRuntimeSetting, readSetting, runtimeSetting } from './runtime-settings.js';
import { SettingStore } from './setting.store.js';

/** How old what a process knows may be, in milliseconds. */
const MAX_AGE_MS = 1_000;

/**
 * The settings as they are now: environment before stored before default. A change is seen by every process within a
 * second; whoever asks in between costs no statement, and those who ask together cost one.
 */
@Injectable()
export class LiveSettings {
  private values: Settings | undefined;
  /** When the read began, on a clock that nobody sets back. */
  private readAt = Number.NEGATIVE_INFINITY;
  private reading: Promise<Settings> | undefined;

  constructor(
    private readonly store: SettingStore,
    private readonly settings: Settings,
  ) {}

  /** Fails while the database is away: what was closed must not look open. */
  async current(): Promise<Settings> {
    if (this.values !== undefined && performance.now() - this.readAt < MAX_AGE_MS) return this.values;
    return this.reading ?? this.read();
  }

  /** The same, or older values while the database is away: for documents that only tell and open nothing. */
  async lastKnown(): Promise<Settings> {
    try {
      return await this.current();
    } catch {
      return this.values ?? this.settings;
    }
  }

  /** This process changed a setting: the next request sees it. */
  forget(): void {
    this.readAt = Number.NEGATIVE_INFINITY;
    this.reading = undefined;
  }

  private read(): Promise<Settings> {
    const readAt = performance.now();
    const reading = this.load()
      .then((values) => {
        // Forgotten meanwhile: good for those who wait for it, not for later.
        if (this.reading === reading) [this.values, this.readAt] = [values, readAt];
        return values;
      })
      .finally(() => {
        if (this.reading === reading) this.reading = undefined;
      });
    this.reading = reading;
    return reading;
  }

  private async load(): Promise<Settings> {
    const values: Record<string, unknown> = {};
    for (const { name, value } of await this.store.all()) {
      // Of a newer version, perhaps.
      if (!isRuntimeSetting(name) || isSetByEnvironment(this.settings, name)) continue;
      values[runtimeSetting(name).property] = readSetting(name, value).parsed;
    }
    return Object.freeze(Object.assign(new Settings(), this.settings, values));
  }
}

/** Whether the environment has the last word. */
export function isSetByEnvironment({ variables }: Settings, name: string): boolean {
  return variables.some((variable) => variable.name === name && variable.source === 'environment');
}
