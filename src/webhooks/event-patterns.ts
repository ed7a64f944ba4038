import { AUDIT_ACTIONS, type AuditAction } from '../audit/audit-actions.js';

type Kind = AuditAction extends infer Action ? (Action extends `${infer First}.${string}` ? First : never) : never;

/** What a webhook may ask for: one kind of event, all about one thing, or everything. */
export type EventPattern = '*' | `${Kind}.*` | AuditAction;

const KINDS = [...new Set(AUDIT_ACTIONS.map((action) => action.slice(0, action.indexOf('.')) as Kind))];

export const EVENT_PATTERNS: readonly EventPattern[] = [
  '*',
  ...KINDS.map((kind): EventPattern => `${kind}.*`),
  ...AUDIT_ACTIONS,
];

/** Whether somebody who asked for these is told of an event of this type. */
export function isWanted(patterns: readonly EventPattern[], type: AuditAction): boolean {
  return patterns.some((pattern) => (pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type));
}
