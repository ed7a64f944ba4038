import type { components } from '../../../clients/typescript/schema.js';
import type { ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import {
  type CellView,
  choicesOf,
  type ConsoleFieldView,
  fact,
  type FactView,
  timeCell,
} from '../../pages/console-views.js';
import { appsOf } from '../scopes/scope-views.js';
import type { FormView } from '../../pages/form-view.js';

export type Resource = components['schemas']['ResourceServerResource'];
export type ResourceDetail = components['schemas']['ResourceServerDetail'];

/** The list; a resource server's page is one step below it. */
export const RESOURCES = '/admin/resources';
export const STATUSES = ['active', 'suspended'] as const;

const FIELDS: readonly ConsoleFieldView[] = [
  {
    name: 'name',
    label: 'Name',
    kind: 'text',
    hint: 'For people, like Photos API',
    isRequired: true,
    autocomplete: 'off',
  },
  {
    name: 'access_token_lifetime',
    label: 'Seconds that its access tokens live',
    kind: 'number',
    hint: 'From 60 to 86400; what the installation gives when empty',
    isOptional: true,
  },
  {
    name: 'client_id',
    label: 'Its app',
    kind: 'text',
    hint: 'Client id as which it asks what tokens are worth (RFC 7662); needs a secret or a key',
    isOptional: true,
    autocomplete: 'off',
  },
];

export const statusCell = ({ status }: Resource): CellView => ({
  badge: status === 'active' ? 'Active' : 'Suspended',
  tone: status === 'active' ? 'good' : 'caution',
});

export function lifetimeCell({ access_token_lifetime: seconds }: Resource): CellView {
  return { text: seconds === null ? 'As the installation' : `${seconds} seconds` };
}

export function resourceFacts(resource: ResourceDetail): FactView[] {
  const { client_id } = resource;
  return [
    fact('Identifier', { code: resource.identifier, detail: 'Apps name it so, and its tokens have it as audience' }),
    fact('Access tokens live', lifetimeCell(resource)),
    fact('Its app', client_id === null ? { text: '—' } : { code: client_id, url: `/admin/apps/${client_id}` }),
    fact('Apps that may ask for something of it', { text: String(resource.app_count) }),
    fact('Defined', timeCell(resource.created_at)),
    fact('Changed', timeCell(resource.updated_at)),
  ];
}

/** @param key of this form: sent twice, it makes one */
export function newResourceView(form: FormView, key: string): ConsoleFormView {
  return {
    title: 'New resource server',
    lead: 'An API that takes access tokens of this server. Its tokens open nothing at any other one.',
    back: { label: 'Resource servers', url: RESOURCES },
    consequences: [],
    actionUrl: `${RESOURCES}/new`,
    groups: [
      {
        fields: [
          {
            name: 'identifier',
            label: 'Identifier',
            kind: 'text',
            hint: 'Its address, like https://api.example.com/photos; never changes',
            isRequired: true,
            autocomplete: 'off',
          },
          ...FIELDS,
        ],
      },
    ],
    hidden: [{ name: 'form_id', value: key }],
    form,
    submit: 'Define the resource server',
  };
}

export function editResourceView({ id, name }: Resource, form: FormView, etag: string): ConsoleFormView {
  const status: ConsoleFieldView = {
    name: 'status',
    label: 'Status',
    kind: 'select',
    choices: choicesOf(STATUSES),
    hint: 'Suspended: no new tokens, and those that there are open nothing',
  };
  return {
    title: `Edit ${name}`,
    back: { label: name, url: `${RESOURCES}/${id}` },
    consequences: [],
    actionUrl: `${RESOURCES}/${id}/edit`,
    groups: [{ fields: [...FIELDS, status] }],
    hidden: [{ name: 'etag', value: etag }],
    form,
    submit: 'Save',
  };
}

export function deleteResourceView(resource: ResourceDetail, form: FormView, etag: string): ConsoleFormView {
  const { id, name, scopes, app_count: apps } = resource;
  return {
    title: `Delete ${name} for good?`,
    back: { label: name, url: `${RESOURCES}/${id}` },
    consequences: [
      'Its access tokens are worth nothing from the same moment.',
      scopes.length === 0 ? 'It has no scopes.' : `Its scopes go as well: ${scopes.join(', ')}.`,
      `No app can ask for anything of it any more (${appsOf(apps)} can now).`,
      'This cannot be undone.',
    ],
    actionUrl: `${RESOURCES}/${id}/delete`,
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
