import { MaybeText, Shown, Text } from '../../api/fields.js';
import type { SettingReport } from '../../settings/setting-report.js';

const SOURCES = ['environment', 'stored', 'default'] as const;

/** A setting, as the API shows it. Never a secret. */
export class SettingResource {
  @Shown({ type: 'string', description: 'The name of its environment variable' }) name!: string;
  @Shown({
    oneOf: [{ type: 'string' }, { type: 'integer' }],
    nullable: true,
    description: 'What counts now; null for a secret',
  })
  value!: string | number | null;
  @Shown({ enum: SOURCES, description: 'Where the value comes from; the first of these that has one decides' })
  source!: string;
  @Text description!: string;
  @Shown({ type: 'boolean' }) is_secret!: boolean;
  @Shown({ type: 'boolean', description: 'Whether it can be changed here' }) is_changeable!: boolean;
  @Shown({ type: 'boolean', description: 'Whether only an owner, in person, changes it' }) is_owners_only!: boolean;
  @MaybeText('Why it cannot be changed here, and what to do') lock!: string | null;
  @Shown({ type: [String], nullable: true, description: 'What it can be, where that is a choice' })
  choices!: readonly string[] | null;
  @Shown({ type: 'integer', nullable: true }) minimum!: number | null;
  @Shown({ type: 'integer', nullable: true }) maximum!: number | null;
}

export function settingResource(report: SettingReport): SettingResource {
  return {
    name: report.name,
    value: report.value,
    source: report.source,
    description: report.description,
    is_secret: report.isSecret,
    is_changeable: report.lock === undefined,
    is_owners_only: report.isOwnersOnly,
    lock: report.lock ?? null,
    choices: report.choices ?? null,
    minimum: report.range?.least ?? null,
    maximum: report.range?.most ?? null,
  };
}
