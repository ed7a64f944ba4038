import type { ClientAppearance } from '../clients/registered-client.js';

/** What a user allowed an app before. */
export interface RememberedConsent {
  readonly grantedScopes: readonly string[];
  /** Asked for and unticked: not asked again until the app wants something new. */
  readonly refusedScopes: readonly string[];
  /** What the app looked like then. */
  readonly clientSnapshot: ClientAppearance;
}

/** What people see of an app, part by part. */
export type AppearancePart = 'name' | 'logo' | 'hosts';

export interface ScopeDecision {
  /** What the request asks for. */
  readonly asked: readonly string[];
  /** What the user ticked. */
  readonly allowed: readonly string[];
}

/** What looks different from when the user agreed: they agreed to something else, then (attack A23). */
export function appearanceChanges(then: ClientAppearance, now: ClientAppearance): AppearancePart[] {
  const parts: AppearancePart[] = [];
  if (then.name !== now.name || !sameNames(then, now)) parts.push('name');
  if (then.logo !== now.logo) parts.push('logo');
  if (then.hosts.join(' ') !== now.hosts.join(' ')) parts.push('hosts');
  return parts;
}

function sameNames({ names: then = {} }: ClientAppearance, { names: now = {} }: ClientAppearance): boolean {
  const tags = new Set([...Object.keys(then), ...Object.keys(now)]);
  return [...tags].every((tag) => then[tag] === now[tag]);
}

/**
 * The scopes that an app gets without another question; undefined when the user has to be asked: never asked before,
 * the app looks different, wants more, or wants only what was refused.
 */
export function rememberedScopes(
  consent: RememberedConsent | undefined,
  asked: readonly string[],
  appearance: ClientAppearance,
): readonly string[] | undefined {
  if (consent === undefined || appearanceChanges(consent.clientSnapshot, appearance).length > 0) return undefined;
  const { grantedScopes, refusedScopes } = consent;
  if (!asked.every((scope) => grantedScopes.includes(scope) || refusedScopes.includes(scope))) return undefined;
  const granted = asked.filter((scope) => grantedScopes.includes(scope));
  return granted.length === 0 && asked.length > 0 ? undefined : granted;
}

/**
 * What to remember after a decision. Scopes that were not part of the question keep their earlier answer, unless that
 * was given to an app that looked different.
 */
export function rememberDecision(
  before: RememberedConsent | undefined,
  { asked, allowed }: ScopeDecision,
  appearance: ClientAppearance,
): RememberedConsent {
  const isSameApp = before !== undefined && appearanceChanges(before.clientSnapshot, appearance).length === 0;
  const untouched = (scopes: readonly string[]) => scopes.filter((scope) => !asked.includes(scope));
  return {
    grantedScopes: [
      ...(isSameApp ? untouched(before.grantedScopes) : []),
      ...asked.filter((scope) => allowed.includes(scope)),
    ],
    refusedScopes: [
      ...(isSameApp ? untouched(before.refusedScopes) : []),
      ...asked.filter((scope) => !allowed.includes(scope)),
    ],
    clientSnapshot: appearance,
  };
}
