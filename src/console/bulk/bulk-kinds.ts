import type { components } from '../../../clients/typescript/schema.js';
import { PageError } from '../../http/page-error.js';
import type { ConsoleListView } from '../../pages/console-list/console-list.page.js';
import type { ApiResult } from '../api-answer.js';
import type { ConsoleClient } from '../console-api.service.js';

export type BulkOperation = components['schemas']['BulkOperationResource'];
export type BulkDetail = components['schemas']['BulkOperationDetail'];

/** What is to be done, to which ones. */
export interface BulkOrder {
  readonly action: string;
  readonly ids: string[];
  /** Of a suspension: what the owners read. */
  readonly reason?: string;
}

/** An act on many things, in words. */
interface BulkAct {
  readonly label: string;
  /** What stands before "2 apps" in a title; the label when absent. */
  readonly verb?: string;
  readonly consequences: readonly string[];
  readonly isDanger?: boolean;
  readonly needsReason?: boolean;
  /** Cannot be undone: a word has to be typed. */
  readonly isForGood?: boolean;
}

/** What can be done to many of one kind, and the operations of the API that do it. */
interface BulkKind {
  /** The list that they are of. */
  readonly list: { readonly label: string; readonly url: string };
  readonly one: string;
  readonly many: string;
  /** Where one of them is. */
  readonly pageOf: (id: string) => string;
  readonly acts: Readonly<Record<string, BulkAct>>;
  readonly begin: (api: ConsoleClient, order: BulkOrder, key: string) => Promise<ApiResult<BulkDetail>>;
  readonly get: (api: ConsoleClient, id: string) => Promise<ApiResult<BulkDetail>>;
  readonly cancel: (api: ConsoleClient, id: string) => Promise<ApiResult<BulkDetail>>;
  readonly page: (
    api: ConsoleClient,
    query: object,
  ) => Promise<ApiResult<{ data: BulkOperation[]; next: string | null }>>;
}

const USERS: BulkKind = {
  list: { label: 'Users', url: '/admin/users' },
  one: 'user',
  many: 'users',
  pageOf: (id) => `/admin/users/${encodeURIComponent(id)}`,
  acts: {
    disable: { label: 'Disable', consequences: ['Each is signed out everywhere and cannot sign in.'], isDanger: true },
    enable: { label: 'Enable', consequences: ['Each can sign in again.'] },
    sign_out: {
      label: 'Sign out everywhere',
      consequences: ['Each has to sign in again; apps lose their tokens.'],
      isDanger: true,
    },
    delete: {
      label: 'Delete',
      consequences: ['Each account goes for good, with its sessions, consents, tokens and apps.'],
      isDanger: true,
      isForGood: true,
    },
  },
  begin: (api, order, key) =>
    api.POST('/api/v1/bulk/users', {
      body: { ids: order.ids, action: order.action as 'disable' },
      headers: { 'idempotency-key': key },
    }),
  get: (api, id) => api.GET('/api/v1/bulk/users/{id}', { params: { path: { id } } }),
  cancel: (api, id) => api.POST('/api/v1/bulk/users/{id}/cancel', { params: { path: { id } } }),
  page: (api, query) => api.GET('/api/v1/bulk/users', { params: { query } }),
};

const CLIENTS: BulkKind = {
  list: { label: 'Apps', url: '/admin/apps' },
  one: 'app',
  many: 'apps',
  pageOf: (id) => `/admin/apps/${encodeURIComponent(id)}`,
  acts: {
    verify: { label: 'Vouch for', consequences: ['The consent page says that you vouch for each, as it looks now.'] },
    suspend: {
      label: 'Suspend',
      consequences: ['Each can do nothing, and its tokens open nothing, until it is reinstated.'],
      isDanger: true,
      needsReason: true,
    },
    revoke_tokens: {
      label: 'Revoke all tokens',
      verb: 'Revoke all tokens of',
      consequences: [
        'Access tokens, refresh tokens and codes of each end at once, with the authorizations behind them.',
        'Nobody is signed out here, and no consent is forgotten: an app gets others when somebody comes by.',
        'What belongs to the staff at your side or above you stays.',
      ],
      isDanger: true,
    },
    reinstate: { label: 'Reinstate', consequences: ['Each can be used again.'] },
    delete: {
      label: 'Delete',
      consequences: ['Each goes for good, with its secrets, consents and tokens: nobody can sign in to it any more.'],
      isDanger: true,
      isForGood: true,
    },
  },
  begin: (api, { action, ids, reason }, key) =>
    api.POST('/api/v1/bulk/clients', {
      body: { ids, action: action as 'suspend', ...(reason !== undefined && { reason }) },
      headers: { 'idempotency-key': key },
    }),
  get: (api, id) => api.GET('/api/v1/bulk/clients/{id}', { params: { path: { id } } }),
  cancel: (api, id) => api.POST('/api/v1/bulk/clients/{id}/cancel', { params: { path: { id } } }),
  page: (api, query) => api.GET('/api/v1/bulk/clients', { params: { query } }),
};

const KINDS: Readonly<Record<string, BulkKind>> = { users: USERS, clients: CLIENTS };

/** @throws PageError `not_found` */
export function bulkKind(name: string): BulkKind {
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (kind === undefined) throw new PageError('not_found');
  return kind;
}

/** @throws PageError `not_found` */
export function bulkAct({ acts }: BulkKind, name: string): BulkAct {
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (act === undefined) throw new PageError('not_found');
  return act;
}

/** An act on so many of a kind, as a title. */
export function bulkTitle({ acts, one, many }: BulkKind, action: string, count: number): string {
  const { verb, label = action } = acts[action] ?? {};
  return `${verb ?? label} ${count} ${count === 1 ? one : many}`;
}

/** For the list of one kind: what can be done to the ticked ones. */
export function bulkOf(name: 'users' | 'clients'): NonNullable<ConsoleListView['bulk']> {
  const choices = Object.entries(bulkKind(name).acts).map(([value, { label }]) => ({ value, label }));
  return { url: `/admin/bulk/${name}/new`, actions: choices };
}
