import { type DefinedScopes, isOpenToOwners } from '../protocol/custom-scope.js';
import { SCOPE_NAMES } from '../protocol/scope.js';

/** What to do about a scope that an initial access token cannot give. */
export const SCOPE_ADVICE = `Choose from ${SCOPE_NAMES.join(', ')}, and from defined scopes that a person allows and that are not sensitive.`;

/**
 * Whether apps that register themselves may have these scopes when their initial access token names them: the built-in
 * ones, and of those that administrators defined what owners could choose as well (docs/adr/0046).
 */
export function canBeAllowed(names: readonly string[], defined: DefinedScopes): boolean {
  return names.every((name) => {
    const custom = defined.get(name);
    return custom === undefined ? SCOPE_NAMES.includes(name) : isOpenToOwners(custom);
  });
}
