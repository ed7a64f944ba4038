import { ApiPropertyOptional } from '@nestjs/swagger';
import { Shown, Text } from '../../api/fields.js';
import { ProblemResource } from '../../api/problem.resource.js';
import { sha256 } from '../../crypto/digest.js';
import type { Plan } from '../../declarative/plan.js';

const ANYTHING = [
  { type: 'string' },
  { type: 'number' },
  { type: 'boolean' },
  { type: 'array', items: {} },
  { type: 'object', additionalProperties: true },
];
const side = (description: string) => ApiPropertyOptional({ oneOf: ANYTHING, description });

/** The configuration as a document. */
export class ConfigurationResource {
  @Shown({ type: 'string', description: 'YAML, with the sections that you may read; as plan and apply take it' })
  document!: string;
}

/** One value that differs. */
export class ConfigurationChange {
  @Shown({
    type: 'array',
    items: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
    description: 'Where in the thing: names of members and positions in lists',
  })
  path!: readonly (string | number)[];
  @side('As it is; absent when there is nothing') from?: unknown;
  @side('As it is declared; absent when there is to be nothing') to?: unknown;
}

/** One thing that is made, changed or deleted. */
export class ConfigurationStep {
  @Text section!: string;
  @Shown({ type: 'string', description: 'What the thing is called' }) noun!: string;
  @Text id!: string;
  @Shown({ enum: ['create', 'update', 'delete'] }) action!: string;
  @Shown({ type: [ConfigurationChange], description: 'Never a secret' }) changes!: readonly ConfigurationChange[];
}

/** What applying a document would do. */
export class ConfigurationPlan {
  @Shown({ type: [ConfigurationStep] }) steps!: readonly ConfigurationStep[];
  @Shown({ type: [String], description: 'What whoever applies it should know' }) notes!: readonly string[];
}

/** The secrets of one thing that was made or changed. */
export class ConfigurationSecrets {
  @Text section!: string;
  @Text id!: string;
  @Shown({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: '`client_secret` when it was made here, `registration_access_token`, `state_key`. Shown this once',
  })
  secrets!: Readonly<Record<string, string>>;
}

/** What applying a document did. */
export class ConfigurationApplied extends ConfigurationPlan {
  @Shown({ type: [ConfigurationSecrets] }) secrets!: readonly ConfigurationSecrets[];
}

/** A problem of applying. */
export class ConfigurationProblem extends ProblemResource {
  @ApiPropertyOptional({
    type: ConfigurationApplied,
    description: 'Of a conflict, and of what failed on the way: what was done before it, and stays',
  })
  applied?: ConfigurationApplied;
}

/** Whoever applies with it has seen what will be done: another plan has another tag. */
export function planTag({ steps, notes }: Plan): string {
  const shown = steps.map(({ section, id, action, changes }) => [section, id, action, changes]);
  return `"${sha256(JSON.stringify([shown, notes])).toString('base64url')}"`;
}
