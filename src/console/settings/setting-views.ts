import type { components } from '../../../clients/typescript/schema.js';
import type { ConsoleDetailView } from '../../pages/console-detail/console-detail.page.js';
import type { ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import {
  actsColumn,
  type CellView,
  choicesOf,
  type ConsoleFieldView,
  tableOf,
  type Tone,
  words,
} from '../../pages/console-views.js';
import { EMPTY_FORM, type FormView } from '../../pages/form-view.js';
import type { User } from '../../users/user.entity.js';
import { isOwner } from '../may.js';

export type Setting = components['schemas']['SettingResource'];

export const SETTINGS = '/admin/settings';
const BACK = { label: 'Settings', url: SETTINGS };
const TONES: Readonly<Record<string, Tone>> = { stored: 'good', environment: 'caution' };

/** Every setting: first those that can be changed here, then those that cannot, and why. */
export function settingsView(settings: readonly Setting[], viewer: Pick<User, 'role'>): ConsoleDetailView {
  const open = settings.filter(({ is_changeable: isChangeable }) => isChangeable);
  const locked = settings.filter(({ is_changeable: isChangeable }) => !isChangeable);
  const columns = ['Setting', 'Value', 'Source', actsColumn('Change it'), actsColumn('Undo it')];
  return {
    title: 'Settings',
    lead: 'What the environment says comes first, then what is stored here, then the default.',
    badges: [],
    actions: [],
    facts: [],
    sections: [
      {
        title: 'Changed here',
        lead: 'Every process follows a change within a second.',
        table: tableOf(
          'Settings that can be changed here',
          columns,
          open.map((one) => cellsOf(one).concat(actionCells(one, viewer))),
        ),
        empty: 'The environment decides all of them.',
      },
      {
        title: 'Changed elsewhere',
        lead: 'The environment decides these, or they are read at start only.',
        table: tableOf(
          'Settings that cannot be changed here',
          ['Setting', 'Value', 'Source', 'How to change it'],
          locked.map((one) => cellsOf(one).concat({ text: one.lock ?? '' })),
        ),
      },
    ],
  };
}

function cellsOf({ name, description, value, source, is_secret: isSecret }: Setting): CellView[] {
  const tone = TONES[source];
  return [
    { code: name, detail: sentence(description) },
    { text: isSecret ? 'Not shown' : String(value) },
    { badge: words(source), ...(tone !== undefined && { tone }) },
  ];
}

function actionCells({ name, source, is_owners_only: isOwnersOnly }: Setting, viewer: Pick<User, 'role'>): CellView[] {
  if (isOwnersOnly && !isOwner(viewer)) return [{ text: 'Only an owner can' }, { text: '—' }];
  return [
    { text: 'Change', url: `${SETTINGS}/${name}` },
    source === 'stored' ? { text: 'Return to the default', url: `${SETTINGS}/${name}/reset` } : { text: '—' },
  ];
}

/** The form of one setting; a locked one is explained in its place. */
export function settingView(setting: Setting, etag: string, form?: FormView): ConsoleDetailView | ConsoleFormView {
  const { name, lock, is_changeable: isChangeable } = setting;
  if (!isChangeable) return lockedView(setting, lock ?? '');
  return {
    title: `Change ${name}`,
    lead: sentence(setting.description),
    back: BACK,
    consequences: [
      'Every process follows within a second.',
      'The audit log keeps the old and the new value.',
      ...(setting.is_owners_only ? ['Only an owner can change this one.'] : []),
    ],
    actionUrl: `${SETTINGS}/${name}`,
    groups: [{ fields: [fieldOf(setting)] }],
    hidden: [{ name: 'etag', value: etag }],
    form: form ?? { values: { value: String(setting.value) }, errors: {} },
    submit: 'Save',
  };
}

function lockedView({ name, value, source, description }: Setting, lock: string): ConsoleDetailView {
  return {
    title: name,
    back: BACK,
    lead: sentence(description),
    badges: [],
    warning: lock,
    actions: [],
    facts: [
      { label: 'Value', values: [{ text: value === null ? 'Not shown' : String(value) }] },
      { label: 'Source', values: [{ text: words(source) }] },
    ],
    sections: [],
  };
}

/** The question before a setting returns to its default. */
export function resetView({ name, value }: Setting, etag: string, form: FormView = EMPTY_FORM): ConsoleFormView {
  return {
    title: `Return ${name} to its default?`,
    back: { label: name, url: `${SETTINGS}/${name}` },
    consequences: [`The stored value, ${String(value)}, is forgotten.`, 'Every process follows within a second.'],
    actionUrl: `${SETTINGS}/${name}/reset`,
    groups: [],
    hidden: [{ name: 'etag', value: etag }],
    form,
    submit: 'Return to the default',
  };
}

function fieldOf({ choices, minimum, maximum }: Setting): ConsoleFieldView {
  const field = { name: 'value', label: 'Value', isRequired: true, autocomplete: 'off' };
  if (choices !== null) return { ...field, kind: 'select', choices: choicesOf(choices) };
  if (minimum === null) return { ...field, kind: 'text' };
  return { ...field, kind: 'number', hint: `A whole number from ${minimum} to ${maximum ?? minimum}` };
}

/** The documentation marks code; here it stands as it is. */
function sentence(marked: string): string {
  const text = marked.replaceAll('`', '');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
