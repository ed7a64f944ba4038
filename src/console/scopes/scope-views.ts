import type { components } from '../../../clients/typescript/schema.js';
import type { ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import { type CellView, type ConsoleFieldView, fact, type FactView, timeCell } from '../../pages/console-views.js';
import type { FormView } from '../../pages/form-view.js';

export type Scope = components['schemas']['ScopeResource'];
export type ScopeDetail = components['schemas']['ScopeDetailResource'];
type Resource = components['schemas']['ResourceServerResource'];

/** The list; a scope's page is one step below it. */
export const SCOPES = '/admin/scopes';
const BACK = { label: 'Scopes', url: SCOPES };

const DESCRIPTIONS: ConsoleFieldView = {
  name: 'descriptions',
  label: 'What people are asked',
  kind: 'lines',
  rows: 3,
  hint: 'One language per line, English at least, like “en: See your photos”',
  isRequired: true,
};
const SENSITIVITY: ConsoleFieldView = {
  name: 'sensitivity',
  label: 'Sensitivity',
  kind: 'select',
  hint: 'What is sensitive is marked on the consent page and never ticked by itself; owners of apps cannot choose it',
  choices: [
    { value: 'normal', label: 'Normal' },
    { value: 'sensitive', label: 'Sensitive' },
  ],
};
const needsUser = (isTicked: boolean): ConsoleFieldView => ({
  name: 'needs_user',
  label: 'Only a person can allow it',
  kind: 'check',
  hint: 'Otherwise machines may have it too, and owners of apps cannot choose it',
  isTicked,
});

export const sensitivityCell = ({ sensitivity }: Scope): CellView =>
  sensitivity === 'sensitive' ? { badge: 'Sensitive', tone: 'caution' } : { text: 'Normal' };

/** Who can have it. */
export const forCell = ({ needs_user }: Scope): CellView => ({ text: needs_user ? 'People' : 'People and machines' });

export function scopeFacts(scope: ScopeDetail): FactView[] {
  const { audience, resource_id } = scope;
  return [
    ...Object.entries(scope.descriptions).map(([tag, sentence]) =>
      fact(`What people are asked (${tag})`, { text: sentence }),
    ),
    fact(
      'Opens something of',
      audience === null
        ? { text: 'No resource server in particular' }
        : { code: audience, ...(resource_id !== null && { url: `/admin/resources/${resource_id}` }) },
    ),
    fact('Sensitivity', sensitivityCell(scope)),
    fact('For', forCell(scope)),
    ...(scope.app_count === null ? [] : [fact('Apps that may ask for it', { text: String(scope.app_count) })]),
    fact('Defined', timeCell(scope.created_at, 'Built in')),
    fact('Changed', timeCell(scope.updated_at)),
  ];
}

/** @param key of this form: sent twice, it makes one scope */
export function newScopeView(form: FormView, resources: readonly Resource[], key: string): ConsoleFormView {
  return {
    title: 'New scope',
    lead: 'Apps ask for it by its name, people by its sentence. Name and resource server never change.',
    back: BACK,
    consequences: [],
    actionUrl: `${SCOPES}/new`,
    groups: [
      {
        fields: [
          {
            name: 'name',
            label: 'Name',
            kind: 'text',
            hint: 'Like photos:read',
            isRequired: true,
            autocomplete: 'off',
          },
          DESCRIPTIONS,
          {
            name: 'resource_id',
            label: 'Resource server',
            kind: 'select',
            none: 'None in particular',
            choices: resources.map(({ id, name, identifier }) => ({ value: id, label: `${name} (${identifier})` })),
          },
          SENSITIVITY,
          needsUser(form.values['needs_user'] === 'on'),
        ],
      },
    ],
    hidden: [{ name: 'form_id', value: key }],
    form,
    submit: 'Define the scope',
  };
}

export function editScopeView({ id, name }: Scope, form: FormView, etag: string): ConsoleFormView {
  return {
    title: `Edit ${name}`,
    back: { label: name, url: `${SCOPES}/${id}` },
    consequences: [],
    actionUrl: `${SCOPES}/${id}/edit`,
    groups: [{ fields: [DESCRIPTIONS, SENSITIVITY, needsUser(form.values['needs_user'] === 'on')] }],
    hidden: [{ name: 'etag', value: etag }],
    form,
    submit: 'Save',
  };
}

/** So many apps, in words. */
export function appsOf(count: number | null): string {
  return count === 1 ? '1 app' : `${count ?? 0} apps`;
}

export function deleteScopeView(scope: ScopeDetail, form: FormView, etag: string): ConsoleFormView {
  const { id, name, app_count: apps } = scope;
  return {
    title: `Delete the scope ${name} for good?`,
    back: { label: name, url: `${SCOPES}/${id}` },
    consequences: [
      `No app can ask for it any more (${appsOf(apps)} can now).`,
      'Tokens lose it at once; what else they open they go on to open.',
      'A scope of the same name begins anew: nobody has allowed it.',
      'This cannot be undone.',
    ],
    actionUrl: `${SCOPES}/${id}/delete`,
    groups: [
      {
        fields: [
          {
            name: 'confirmation',
            label: `Type ${name} to be sure`,
            kind: 'text',
            isRequired: true,
            autocomplete: 'off',
          },
        ],
      },
    ],
    hidden: [{ name: 'etag', value: etag }],
    form,
    submit: 'Delete for good',
    isDanger: true,
  };
}

export function appsView({ id, name }: Scope, form: FormView): ConsoleFormView {
  return {
    title: `Which app may ask for ${name}?`,
    lead: 'Owners of apps cannot choose what is sensitive, nor what machines may have: it is given here.',
    back: { label: name, url: `${SCOPES}/${id}` },
    consequences: [],
    actionUrl: `${SCOPES}/${id}/apps`,
    groups: [
      {
        fields: [
          { name: 'client_id', label: 'Client id of the app', kind: 'text', isRequired: true, autocomplete: 'off' },
          {
            name: 'decision',
            label: 'Decision',
            kind: 'select',
            choices: [
              { value: 'allow', label: 'May ask for it' },
              { value: 'disallow', label: 'May not ask for it any more' },
            ],
          },
        ],
      },
    ],
    hidden: [],
    form,
    submit: 'Save',
  };
}
