import { pathText } from '../declarative/difference.js';
import { isObject } from '../protocol/json-value.js';
import type { Change } from '../declarative/kind.js';
import type { Plan, Step } from '../declarative/plan.js';
import { styled } from './output.js';
import { printable } from './table.js';

const SIGN = { create: '+', update: '~', delete: '-' } as const;
const COLOUR = { create: 'green', update: 'yellow', delete: 'red' } as const;

/** The steps as a diff, and how many there are. */
export function planLines({ steps }: Pick<Plan, 'steps'>): string[] {
  return [...steps.flatMap((step) => [...stepLines(step), '']), countLine(steps)];
}

/** `1 to create, 2 to change, 0 to delete.` */
function countLine(steps: readonly Step[]): string {
  const count = (action: Step['action']) => steps.filter((step) => step.action === action).length;
  return `${count('create')} to create, ${count('update')} to change, ${count('delete')} to delete.`;
}

function stepLines({ action, noun, id, changes }: Step): string[] {
  const head = styled(COLOUR[action], `${SIGN[action]} ${noun} ${printable(id)}`);
  // What goes is named, not told.
  return action === 'delete' ? [head] : [head, ...changes.flatMap(byMember).flatMap(changeLines)];
}

/** Of a new thing each member is a line of its own, as of one that changes. */
function byMember(change: Change): readonly Change[] {
  const { path, from, to } = change;
  if (from !== undefined || !isObject(to)) return [change];
  return Object.entries(to).map(([member, value]) => ({ path: [...path, member], from, to: value }));
}

function changeLines({ path, from, to }: Change): string[] {
  const name = path.length === 0 ? '' : `${printable(pathText(path))}: `;
  return [
    ...(from === undefined ? [] : [styled('red', `  - ${name}${shown(from)}`)]),
    ...(to === undefined ? [] : [styled('green', `  + ${name}${shown(to)}`)]),
  ];
}

function shown(value: unknown): string {
  return printable(typeof value === 'string' ? value : JSON.stringify(value));
}
