import type { components } from '../../../clients/typescript/schema.js';
import { actsColumn, type CellView, type ConsoleFieldView, timeCell } from '../../pages/console-views.js';

export type Consent = components['schemas']['ConsentResource'];
export type Grant = components['schemas']['GrantResource'];
export type Token = components['schemas']['TokenResource'];

export const CONSENTS = '/admin/consents';
export const GRANTS = '/admin/grants';
export const TOKENS = '/admin/tokens';
export const REVOKE_ALL = `${TOKENS}/revoke`;

export const ISSUED_FILTERS: readonly ConsoleFieldView[] = [
  { name: 'user_id', label: 'User id', kind: 'search', hint: 'As the page of a user shows it, at the end' },
  { name: 'client_id', label: 'Client id', kind: 'text', hint: 'Of an app' },
];

export const CONSENT_COLUMNS = ['User', 'App', 'May see', 'Allowed', 'Decided last', actsColumn()] as const;
export const GRANT_COLUMNS = ['User', 'App', 'May do', 'Authorized', 'Last used', 'Ends', actsColumn()] as const;
export const TOKEN_COLUMNS = ['App', 'Of', 'Opens', 'Issued', 'Ends', actsColumn()] as const;

export function consentCells(consent: Consent): CellView[] {
  return [
    userCell(consent.user_id, consent.username),
    appCell(consent),
    scopesCell(consent.scopes),
    timeCell(consent.created_at),
    timeCell(consent.updated_at),
    { text: 'Disconnect', url: `${CONSENTS}/${consent.id}/withdraw` },
  ];
}

export function grantCells(grant: Grant): CellView[] {
  return [
    userCell(grant.user_id, grant.username),
    appCell(grant),
    scopesCell(grant.scopes),
    timeCell(grant.created_at),
    timeCell(grant.last_used_at, 'Its code waits'),
    timeCell(grant.expires_at),
    { text: 'Revoke', url: `${GRANTS}/${grant.id}/revoke` },
  ];
}

export function tokenCells(token: Token): CellView[] {
  return [
    appCell(token),
    token.user_id === null ? { text: 'The app itself' } : userCell(token.user_id, token.username ?? token.user_id),
    scopesCell(token.scopes),
    timeCell(token.created_at),
    timeCell(token.expires_at),
    { text: 'Revoke', url: `${TOKENS}/${token.id}/revoke` },
  ];
}

function userCell(id: string, username: string): CellView {
  return { text: username, url: `/admin/users/${id}` };
}

function appCell({ client_name, client_id }: Pick<Token, 'client_name' | 'client_id'>): CellView {
  return { text: client_name, url: `/admin/apps/${encodeURIComponent(client_id)}`, detail: client_id };
}

function scopesCell(scopes: readonly string[]): CellView {
  return { text: scopes.length === 0 ? '—' : scopes.join(', ') };
}
