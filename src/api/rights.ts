import { Problem } from '../http/problem.js';
import type { AdminScope } from '../protocol/admin-scope.js';
import { STAFF_ROLES, type User, type UserRole } from '../users/user.entity.js';
import type { Caller } from './caller.js';
import { isAbove, isStaff } from './staff-roles.js';

/** What of an app decides who may act on it. */
interface ActedOnClient {
  readonly clientId: string;
  readonly adminScopes: readonly string[] | null;
}

/**
 * Nobody acts on themselves, their equals or those above: that would be a way to more rights (attack A44). Machines act
 * on none of the staff.
 * @param role of the user that is acted on
 * @throws Problem `forbidden`
 */
export function checkMayActOn(caller: Caller, role: UserRole): void {
  if (mayActOn(caller, role)) return;
  throw new Problem('forbidden', 'This user has as many rights as you, or more. Ask somebody above.');
}

/**
 * An app bears its owner's name: nobody makes one, or takes one over, in the name of somebody above them. In one's own,
 * one may.
 * @throws Problem `forbidden`
 */
export function checkMayActFor(caller: Caller, { id, role }: Pick<User, 'id' | 'role'>): void {
  if (caller.kind === 'client' || caller.id !== id) checkMayActOn(caller, role);
}

/** The roles of those that the caller may act on: for what is done to many at once. */
export function rolesUnder(caller: Caller): readonly UserRole[] {
  return (['user', ...STAFF_ROLES] as const).filter((role) => mayActOn(caller, role));
}

function mayActOn(caller: Caller, role: UserRole): boolean {
  return caller.kind === 'client' ? !isStaff(role) : isAbove(caller.role, role);
}

/**
 * Nobody acts on a program that may do what they may not: they could take it over. No program acts on itself.
 * @throws Problem `forbidden`
 */
export function checkMayActOnClient(caller: Caller, { clientId, adminScopes }: ActedOnClient): void {
  const isItself = caller.kind === 'client' && caller.clientId === clientId;
  const isMightier = adminScopes?.some((scope) => !(caller.scopes as readonly string[]).includes(scope)) === true;
  if (!isItself && !isMightier) return;
  throw new Problem('forbidden', 'This app has rights that you do not have, or it is yourself. Ask an owner.');
}

/**
 * Nobody shortens the record of what they did: that is an owner's, in person.
 * @throws Problem `forbidden`
 */
export function checkMayChangeOwnersSetting(caller: Caller): void {
  if (caller.kind === 'user' && caller.role === 'owner') return;
  throw new Problem('forbidden', 'Only an owner changes this setting, in the console or on the command line.');
}

/**
 * A file may say which addresses are verified, and apps know people by them: that is more than helping somebody with an
 * account. Programs have the scope from an owner.
 * @throws Problem `forbidden`
 */
export function checkMayImport(caller: Caller): void {
  if (caller.kind === 'client' || isAbove(caller.role, 'support')) return;
  throw new Problem('forbidden', 'Users are imported by admins and owners.');
}

/**
 * Rights are given by owners only, and never those of an owner: that takes the command line.
 * @throws Problem `forbidden`
 */
export function checkMayGive(caller: Caller, role: UserRole): void {
  if (caller.kind === 'user' && caller.role === 'owner' && role !== 'owner') return;
  throw new Problem('forbidden', 'Only an owner gives roles; an owner is made on the command line.');
}

/**
 * Rights of programs are given and taken by owners only, and none that the owner does not have (attack A44).
 * @throws Problem `forbidden`
 */
export function checkMayGiveScopes(caller: Caller, scopes: readonly AdminScope[]): void {
  const isOwner = caller.kind === 'user' && caller.role === 'owner';
  if (isOwner && scopes.every((scope) => caller.scopes.includes(scope))) return;
  throw new Problem('forbidden', 'Only an owner says what of this API an app may use.');
}

/**
 * What an app is given later would belong to everybody who ever saw its secret, and nobody knows who that is.
 * @returns a sentence when it would be given more than it has
 */
export function givenLater(before: readonly string[] | null, after: readonly string[] | null): string | undefined {
  if ((after ?? []).every((scope) => before?.includes(scope))) return undefined;
  return 'Rights are given when an app is registered, while nobody else knows its secret: register another one.';
}
