import type { Settings, VariableReport } from '../config/settings.js';
import type { VariableName } from '../config/variables.js';
import {
  isRuntimeSetting,
  readSetting,
  type RuntimeSettingName,
  runtimeSetting,
  settingValue,
} from './runtime-settings.js';
import type { SettingValue } from './runtime-settings.js';
import type { Setting } from './setting.entity.js';

/** A setting with where its value comes from. */
export interface SettingReport {
  readonly name: VariableName;
  /** Null for a secret. What is only read at start is shown as the environment or the documentation has it. */
  readonly value: SettingValue | null;
  readonly source: 'environment' | 'stored' | 'default';
  readonly description: string;
  readonly isSecret: boolean;
  /** Why it cannot be changed here, as a sentence; undefined when it can. */
  readonly lock: string | undefined;
  readonly isOwnersOnly: boolean;
  readonly choices: readonly string[] | undefined;
  readonly range: { readonly least: number; readonly most: number } | undefined;
  /** The epoch when nothing is stored. */
  readonly updatedAt: Date;
}

const NEVER = new Date(0);

/** Every setting, in the order of the documentation. */
export function settingReports(settings: Settings, rows: readonly Setting[]): readonly SettingReport[] {
  return settings.variables.map((variable) => {
    const { name } = variable;
    const row = rows.find((candidate) => candidate.name === name);
    return isRuntimeSetting(name) ? runtimeReport(settings, { ...variable, name }, row) : startReport(variable);
  });
}

function runtimeReport(
  settings: Settings,
  { name, source, effect }: VariableReport & { readonly name: RuntimeSettingName },
  row: Setting | undefined,
): SettingReport {
  const { property, choices, range, isOwnersOnly = false } = runtimeSetting(name);
  const isStored = source === 'default' && row !== undefined;
  return {
    name,
    value: isStored ? readSetting(name, row.value).stored : settingValue(settings[property]),
    source: isStored ? 'stored' : source,
    description: effect,
    isSecret: false,
    lock:
      source === 'environment'
        ? `The environment variable ${name} decides it. Take it out there and restart to change it here.`
        : undefined,
    isOwnersOnly,
    choices,
    range,
    updatedAt: row?.updatedAt ?? NEVER,
  };
}

function startReport({ name, source, effect, shown, isSecret }: VariableReport): SettingReport {
  return {
    name,
    value: isSecret ? null : shown,
    source,
    description: effect,
    isSecret,
    lock: `It is read at start only. Set the environment variable ${name} and restart.`,
    isOwnersOnly: false,
    choices: undefined,
    range: undefined,
    updatedAt: NEVER,
  };
}
