import type { components } from '../../../clients/typescript/schema.js';
import type { CellView, ConsoleFieldView } from '../../pages/console-views.js';
import { choicesOf, words } from '../../pages/console-views.js';

export type User = components['schemas']['UserResource'];

/** The list; a user's page is one step below it. */
export const USERS = '/admin/users';
export const ROLES = ['user', 'auditor', 'support', 'admin', 'owner'] as const;
export const STATUSES = ['active', 'disabled'] as const;

export function roleCell(role: string): CellView {
  return role === 'user' ? { text: 'User' } : { badge: words(role) };
}

export function statusCell(status: string): CellView {
  return { badge: words(status), tone: status === 'active' ? 'good' : 'caution' };
}

/** What of a person can be chosen when they are made as well as later. */
export const PERSON_FIELDS: readonly ConsoleFieldView[] = [
  { name: 'name', label: 'Full name', kind: 'text', isOptional: true, autocomplete: 'off' },
  { name: 'given_name', label: 'Given name', kind: 'text', isOptional: true, autocomplete: 'off' },
  { name: 'family_name', label: 'Family name', kind: 'text', isOptional: true, autocomplete: 'off' },
  {
    name: 'phone',
    label: 'Phone number',
    kind: 'text',
    hint: 'With the country, like +49 170 1234567',
    isOptional: true,
  },
  { name: 'dob', label: 'Date of birth', kind: 'date', isOptional: true },
  { name: 'locale', label: 'Language', kind: 'text', hint: 'A language tag, like de-AT', isOptional: true },
  { name: 'zoneinfo', label: 'Time zone', kind: 'text', hint: 'Like Europe/Vienna', isOptional: true },
];

/** For owners: only they give roles. */
export const ROLE_FIELD: ConsoleFieldView = {
  name: 'role',
  label: 'Role',
  kind: 'select',
  choices: choicesOf(ROLES.filter((role) => role !== 'owner')),
  none: 'As it is',
  hint: 'Every login of the user ends.',
};
