import type { FastifyRequest } from 'fastify';
import type { components } from '../../../clients/typescript/schema.js';
import type { SectionView } from '../../pages/console-detail/console-detail.page.js';
import {
  actsColumn,
  type CellView,
  fact,
  type FactView,
  tableOf,
  textCell,
  timeCell,
  words,
} from '../../pages/console-views.js';
import { usesSecret } from '../../protocol/grant-types.js';
import { answerOf } from '../api-answer.js';
import { eventTable } from '../audit/event-table.js';
import type { ConsoleClient } from '../console-api.service.js';
import { usersOfApp } from '../issued/issued-sections.js';
import { moreMembers } from './app-values.js';
import { type App, ownerCell, urlOf } from './app-views.js';

type Secret = components['schemas']['ClientSecretResource'];

/** Events of the section; the whole list is a link away. */
const FEW = 5;
const SECRET_COLUMNS = ['Ends with', 'State', 'Made', 'Last used', 'Ends', actsColumn()] as const;

export function factsOf(app: App): FactView[] {
  return [
    fact('Client id', { code: app.client_id }),
    fact('Kind', { text: words(app.kind) }),
    fact('Owner', ownerCell(app)),
    fact('Home page', app.client_uri === null ? { text: '—' } : { code: app.client_uri }),
    fact('Callback URLs', ...codes(app.redirect_uris)),
    fact('Grant types', ...codes(app.grant_types)),
    fact('Proves itself by', { code: app.token_endpoint_auth_method }),
    fact('May ask people for', textCell(app.scope)),
    fact('May be registered for', textCell(app.allowed_scopes === null ? 'Every scope' : app.allowed_scopes.join(' '))),
    fact('May use of this API', ...(app.admin_scopes.length === 0 ? [{ text: 'Nothing' }] : codes(app.admin_scopes))),
    fact('PKCE', { text: app.pkce_required ? 'Required' : 'Not required' }),
    fact('Registered', timeCell(app.created_at), { text: REGISTERED_BY[app.registered_by] ?? app.registered_by }),
    fact('Changed', timeCell(app.updated_at)),
  ];
}

/** What the viewer may not see is left out: support sees no secrets and no audit log. */
export async function sectionsOf(api: ConsoleClient, app: App, request: FastifyRequest): Promise<SectionView[]> {
  const id = app.client_id;
  const [grants, secrets, events] = await Promise.all([
    api.GET('/api/v1/grants', { params: { query: { client_id: id, limit: FEW } } }),
    api.GET('/api/v1/clients/{id}/secrets', { params: { path: { id } } }),
    api.GET('/api/v1/audit-events', { params: { query: { target_id: id, limit: FEW } } }),
  ]);
  return [
    ...(secrets.response.status === 403 || !usesSecret(app.token_endpoint_auth_method)
      ? []
      : [secretSection(app, answerOf(secrets, request).data)]),
    usersOfApp(id, answerOf(grants, request).data),
    ...moreSection(app),
    ...(events.response.status === 403
      ? []
      : [
          {
            title: 'What happened',
            table: eventTable(answerOf(events, request).data),
            empty: 'Nothing is on record.',
            more: { label: 'All of it in the audit log', url: `/admin/audit?target_id=${encodeURIComponent(id)}` },
          },
        ]),
  ];
}

const REGISTERED_BY: Readonly<Record<string, string>> = {
  panel: 'By its owner, in the panel',
  cli: 'On the command line',
  dynamic: 'By itself (RFC 7591)',
  api: 'Through the admin API',
};

function secretSection(app: App, secrets: readonly Secret[]): SectionView {
  return {
    title: 'Secrets',
    lead: 'Who has one of them can do what the app can. Several overlap while deployments change over.',
    actions: [{ label: 'Make another secret', url: `${urlOf(app)}/secrets/new` }],
    table: tableOf(
      'Secrets',
      SECRET_COLUMNS,
      secrets.map((secret) => secretCells(app, secret)),
    ),
    empty: 'It has none yet, and cannot prove itself until it does.',
  };
}

function secretCells(app: App, secret: Secret): CellView[] {
  const url = `${urlOf(app)}/secrets/${secret.secret_id}/end`;
  return [
    { code: `…${secret.hint}` },
    secret.is_current ? { badge: 'Current', tone: 'good' } : { badge: 'Runs out', tone: 'caution' },
    timeCell(secret.created_at),
    timeCell(secret.last_used_at, 'Never'),
    timeCell(secret.expires_at, 'When it is replaced'),
    secret.is_current ? { text: 'Replace it', url: `${urlOf(app)}/secrets/new` } : { text: 'End it now', url },
  ];
}

function moreSection(app: App): SectionView[] {
  const more = moreMembers(app);
  if (Object.keys(more).length === 0) return [];
  const code = { id: 'more', label: 'Further members', code: JSON.stringify(more, null, 2) };
  return [{ title: 'Further members', lead: 'Under their names in the standards.', code }];
}

function codes(values: readonly string[]): CellView[] {
  return values.length === 0 ? [{ text: '—' }] : values.map((code) => ({ code }));
}
