import { isObject, type JsonObject, member } from '../../protocol/json-value.js';
import type { Context, Fault } from '../kind.js';

/** What a member must be, and what to say when it is not. */
export interface MemberForm {
  readonly isRight: (value: unknown) => boolean;
  readonly message: string;
  readonly isRequired?: boolean;
}

/** Checks a map by its members: none is unknown, none that is needed is missing, each has its form. */
export function memberFaults(declared: unknown, forms: Readonly<Record<string, MemberForm>>): readonly Fault[] {
  if (!isObject(declared)) return [{ path: [], message: 'Write a map.' }];
  const names = Object.keys(forms);
  const unknown = Object.keys(declared).filter((name) => !names.includes(name));
  return [
    ...unknown.map((name) => ({ path: [name], message: `This key is unknown. Known are ${names.join(', ')}.` })),
    ...Object.entries(forms).flatMap(([name, form]) => faultOf(declared, name, form)),
  ];
}

function faultOf(declared: JsonObject, name: string, { isRight, message, isRequired = false }: MemberForm): Fault[] {
  const value = member(declared, name);
  if (value === undefined) return isRequired ? [{ path: [], message: `Give ${name}. ${message}` }] : [];
  return isRight(value) ? [] : [{ path: [name], message }];
}

/** Whether the document declares this itself. */
export function isDeclared(declared: Context['declared'], section: string, id: string): boolean {
  return Object.hasOwn(declared.get(section) ?? {}, id);
}
