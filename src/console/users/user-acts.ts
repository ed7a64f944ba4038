import type { Act, ActContext, ActsOn } from '../acts/act.js';
import type { ApiResult } from '../api-answer.js';
import type { ConsoleClient } from '../console-api.service.js';
import { type User, USERS } from './user-views.js';

/** By the last part of their address. */
const ACTS: Readonly<Record<string, Act<User>>> = {
  disable: {
    question: ({ username: name }) => `Disable ${name}?`,
    consequences: () => [
      'They are signed out everywhere and cannot sign in.',
      'Tokens of their apps open nothing.',
      'Nothing is deleted: they can be enabled again.',
    ],
    submit: 'Disable',
    isDanger: true,
    notice: 'done',
    run: (api, context) => change(api, context, 'disabled'),
  },
  enable: {
    question: ({ username: name }) => `Enable ${name}?`,
    consequences: () => ['They can sign in again. Logins of before stay ended.'],
    submit: 'Enable',
    notice: 'done',
    run: (api, context) => change(api, context, 'active'),
  },
  'sign-out': {
    question: ({ username: name }) => `Sign ${name} out everywhere?`,
    consequences: () => ['Every browser is signed out.', 'Apps lose their tokens, and hear of it if they asked to.'],
    submit: 'Sign out',
    isDanger: true,
    notice: 'done',
    run: (api, { id }) => api.POST('/api/v1/users/{id}/sign-out', { params: { path: { id } } }),
  },
  'reset-password': {
    question: ({ username: name }) => `Mail ${name} a link for a new password?`,
    consequences: () => [
      'The link works once, for 30 minutes.',
      'They are signed out everywhere. The old password works until the new one is set.',
    ],
    submit: 'Send the link',
    notice: 'done',
    run: (api, { id }) => api.POST('/api/v1/users/{id}/reset-password', { params: { path: { id } } }),
  },
  delete: {
    question: ({ username: name }) => `Delete ${name} for good?`,
    consequences: () => [
      'The account goes, with their sessions, consents and tokens.',
      'Apps that they registered go as well, and nobody can sign in to those any more.',
      'This cannot be undone.',
    ],
    submit: 'Delete for good',
    isDanger: true,
    isForGood: true,
    notice: 'deleted',
    run: (api, { id, etag }) =>
      api.DELETE('/api/v1/users/{id}', { params: { path: { id }, header: { 'If-Match': etag } } }),
  },
};

function change(api: ConsoleClient, { id, etag }: ActContext, status: User['status']): Promise<ApiResult<unknown>> {
  return api.PATCH('/api/v1/users/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body: { status } });
}

/** What is done to a user. */
export const USER_ACTS: ActsOn<User> = {
  list: { label: 'Users', url: USERS },
  hasPages: true,
  read: (api, id) => api.GET('/api/v1/users/{id}', { params: { path: { id } } }),
  nameOf: ({ username }) => username,
  acts: ACTS,
};
