import type { Caller } from '../../api/caller.js';
import { checkMayActOnClient, checkMayChangeOwnersSetting, checkMayGiveScopes, givenLater } from '../../api/rights.js';
import type { Demand } from '../../declarative/kind.js';
import { Problem } from '../../http/problem.js';
import type { AdminScope } from '../../protocol/admin-scope.js';

/**
 * Why the caller may not do a step of a document: a document does nothing that its caller could not do in single operations
 * (attack A44).
 * @returns a sentence for each right that is missing
 */
export function refusalsOf(caller: Caller, { writes, isOwnersOnly = false, client, gives }: Demand): string[] {
  return [
    ...writes.flatMap((resource) => missingScope(caller, `admin:${resource}:write`)),
    ...(isOwnersOnly ? refusalOf(() => checkMayChangeOwnersSetting(caller)) : []),
    ...(client === undefined ? [] : refusalOf(() => checkMayActOnClient(caller, client))),
    ...(gives === undefined ? [] : refusalOf(() => checkMayGive(caller, client, gives))),
  ];
}

/** @returns the sentence on a scope that the caller does not have */
export function missingScope({ scopes }: Caller, scope: string): string[] {
  return (scopes as readonly string[]).includes(scope) ? [] : [`This needs the scope ${scope}.`];
}

function checkMayGive(caller: Caller, client: Demand['client'], gives: readonly AdminScope[]): void {
  checkMayGiveScopes(caller, gives);
  const sentence = client && givenLater(client.adminScopes, gives);
  if (sentence !== undefined) throw new Problem('forbidden', sentence);
}

function refusalOf(check: () => void): string[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof Problem) return [error.detail];
    throw error;
  }
}
