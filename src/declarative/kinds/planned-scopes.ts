import type { DefinedScope, DefinedScopes } from '../../protocol/custom-scope.js';
import { isObject } from '../../protocol/json-value.js';
import type { Context } from '../kind.js';

const SOME_TIME = new Date(0);

/** The scopes that a document declares as apps will see them. What is wrong with them is told where they stand. */
export function plannedScopes(declared: Context['declared']): DefinedScopes {
  const scopes = Object.entries(declared.get('scopes') ?? {}).map(([name, value]): [string, DefinedScope] => {
    const { needs_user: needsUser, sensitivity } = isObject(value) ? value : {};
    const isSensitive = sensitivity === 'sensitive';
    const rest = { descriptions: {}, target: null, createdAt: SOME_TIME };
    return [name, { name, needsUser: needsUser !== false, isSensitive, ...rest }];
  });
  return new Map(scopes);
}
