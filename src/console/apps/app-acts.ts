import type { ConsoleFieldView } from '../../pages/console-views.js';
import type { Act, ActContext, ActsOn } from '../acts/act.js';
import type { ApiResult } from '../api-answer.js';
import type { ConsoleClient } from '../console-api.service.js';
import { type App, APPS } from './app-views.js';

type Patch = Partial<Pick<App, 'is_verified' | 'status'>> & { readonly suspended_reason?: string };

const REASON: ConsoleFieldView = {
  name: 'suspended_reason',
  label: 'Reason',
  kind: 'text',
  hint: 'Its owner reads it',
  isRequired: true,
  autocomplete: 'off',
};

/** By the last part of their address. */
const ACTS: Readonly<Record<string, Act<App>>> = {
  verify: {
    question: ({ client_name: name }) => `Vouch for ${name}?`,
    consequences: (app) => [
      `The consent page says that ${app.client_name} is verified, whose callback URLs lead to ${hostsOf(app)}.`,
      'It ends by itself when its name, its logo or the host of a callback URL changes.',
    ],
    submit: 'Verify',
    notice: 'done',
    run: (api, context) => patched(api, context, { is_verified: true }),
  },
  unverify: {
    question: ({ client_name: name }) => `Stop vouching for ${name}?`,
    consequences: () => ['The consent page says that nobody has looked at it.', 'It goes on working.'],
    submit: 'Stop vouching',
    notice: 'done',
    run: (api, context) => patched(api, context, { is_verified: false }),
  },
  suspend: {
    question: ({ client_name: name }) => `Suspend ${name}?`,
    consequences: () => [
      'It gets no tokens, and those that it has open nothing, from the next second on.',
      'People who come from it see that it is suspended.',
      'Nothing is deleted: it can be reinstated, and its tokens live again then.',
    ],
    fields: [REASON],
    submit: 'Suspend',
    isDanger: true,
    notice: 'done',
    run: (api, context) =>
      patched(api, context, { status: 'suspended', suspended_reason: context.values['suspended_reason'] ?? '' }),
  },
  reinstate: {
    question: ({ client_name: name }) => `Reinstate ${name}?`,
    consequences: () => ['It works again, with the tokens that have not expired.'],
    submit: 'Reinstate',
    notice: 'done',
    run: (api, context) => patched(api, context, { status: 'active' }),
  },
  delete: {
    question: ({ client_name: name }) => `Delete ${name} for good?`,
    consequences: (app) => [
      `The registration of ${app.client_id} goes, with its secrets and its logo.`,
      'So do the permissions that people gave it, and every token that it has.',
      ...(app.owner === null ? [] : [`Its owner, ${app.owner}, loses it from their panel.`]),
      ...(app.admin_scopes.length === 0 ? [] : ['A program that administers this server stops working.']),
      'This cannot be undone. To stop it for a while, suspend it.',
    ],
    submit: 'Delete for good',
    isDanger: true,
    isForGood: true,
    notice: 'deleted',
    run: (api, { id, etag }) =>
      api.DELETE('/api/v1/clients/{id}', { params: { path: { id }, header: { 'If-Match': etag } } }),
  },
};

function patched(api: ConsoleClient, { id, etag }: ActContext, body: Patch): Promise<ApiResult<unknown>> {
  const params = { path: { id }, header: { 'If-Match': etag } };
  return api.PATCH('/api/v1/clients/{id}', { params, body });
}

function hostsOf({ redirect_uris: uris }: App): string {
  const hosts = new Set(uris.map((uri) => (URL.canParse(uri) ? new URL(uri).host || uri : uri)));
  return hosts.size === 0 ? 'nowhere' : [...hosts].join(', ');
}

/** What is done to an app. */
export const APP_ACTS: ActsOn<App> = {
  list: { label: 'Apps', url: APPS },
  hasPages: true,
  read: (api, id) => api.GET('/api/v1/clients/{id}', { params: { path: { id } } }),
  nameOf: ({ client_name: name }) => name,
  acts: ACTS,
};
