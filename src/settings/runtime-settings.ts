import type { MailAddress, Settings } from '../config/settings.js';
import { VariableFault } from '../config/variable-fault.js';
import {
  AUDIT_DAYS_RANGE,
  DYNAMIC_POLICIES,
  POLICIES,
  VARIABLES,
  type Variable,
  type VariableName,
} from '../config/variables.js';

/** A value as it is stored, and as the API takes and shows it. */
export type SettingValue = string | number;

/** The settings that follow a change without a restart, under their names in `Settings`. */
type RuntimeValues = Pick<
  Settings,
  'registration' | 'appRegistration' | 'dynamicRegistration' | 'auditDays' | 'mailFrom'
>;

/** What a setting may be. */
interface RuntimeSetting {
  readonly property: keyof RuntimeValues;
  readonly choices?: readonly string[];
  readonly range?: { readonly least: number; readonly most: number };
  /** What an admin could use against the owners: shorten the record of what they did. */
  readonly isOwnersOnly?: true;
  /** What to do about a value that is not allowed. Never repeats the value. */
  readonly advice: string;
}

/**
 * What can be changed while the server runs. Left out is what a process needs to start or to be reached, whatever holds
 * a secret, how much is logged (nobody should silence the log through the API), and the rhythm of the keys.
 */
export const RUNTIME_SETTINGS = {
  REGISTRATION: choice('registration', POLICIES),
  APP_REGISTRATION: choice('appRegistration', POLICIES),
  DYNAMIC_REGISTRATION: choice('dynamicRegistration', DYNAMIC_POLICIES),
  AUDIT_DAYS: {
    property: 'auditDays',
    range: AUDIT_DAYS_RANGE,
    isOwnersOnly: true,
    advice: `A whole number from ${AUDIT_DAYS_RANGE.least} to ${AUDIT_DAYS_RANGE.most} is needed.`,
  },
  MAIL_FROM: {
    property: 'mailFrom',
    advice: 'An address is needed, or a name with the address, like Doorward <no-reply@example.com>.',
  },
} as const satisfies Partial<Record<VariableName, RuntimeSetting>>;

export type RuntimeSettingName = keyof typeof RUNTIME_SETTINGS;

export function isRuntimeSetting(name: string): name is RuntimeSettingName {
  return Object.hasOwn(RUNTIME_SETTINGS, name);
}

export function runtimeSetting(name: RuntimeSettingName): RuntimeSetting {
  return RUNTIME_SETTINGS[name];
}

/** A value that a setting cannot have. The message says what it can be. */
export class SettingFault extends Error {
  constructor(readonly setting: RuntimeSettingName) {
    super(RUNTIME_SETTINGS[setting].advice);
  }
}

/**
 * Checks a JSON value by the rules of the environment variable.
 * @returns the value in its one stored form, and as `Settings` has it
 * @throws SettingFault
 */
export function readSetting(name: RuntimeSettingName, value: unknown): { stored: SettingValue; parsed: unknown } {
  const { range } = runtimeSetting(name);
  if (typeof value !== (range === undefined ? 'string' : 'number') || value === '') throw new SettingFault(name);
  try {
    const parsed = (VARIABLES[name] as Variable<unknown>).parse(String(value));
    return { stored: settingValue(parsed as RuntimeValues[keyof RuntimeValues]), parsed };
  } catch (error) {
    if (error instanceof VariableFault) throw new SettingFault(name);
    throw error;
  }
}

/** A value of `Settings` as it is stored. */
export function settingValue(value: RuntimeValues[keyof RuntimeValues]): SettingValue {
  return typeof value === 'object' ? mailText(value) : value;
}

function mailText({ name, address }: MailAddress): string {
  return name === '' ? address : `${name} <${address}>`;
}

function choice(property: keyof RuntimeValues, choices: readonly string[]): RuntimeSetting {
  return { property, choices, advice: `Choose one of ${choices.join(', ')}.` };
}
