import type { components } from '../../../clients/typescript/schema.js';
import { type CellView, tableOf, type TableView, words } from '../../pages/console-views.js';

export type AuditEvent = components['schemas']['AuditEventResource'];

export const AUDIT = '/admin/audit';

/** Where the page of what an event is about is; what has no page is not a link. */
const PAGES: Readonly<Record<string, string>> = { user: '/admin/users', client: '/admin/apps' };

/** Events as a table. */
export function eventTable(events: readonly AuditEvent[]): TableView {
  return tableOf('Events', ['When', 'What', 'By', 'On', 'From'], events.map(cellsOf));
}

function cellsOf(event: AuditEvent): CellView[] {
  return [
    { at: new Date(event.occurred_at), url: `${AUDIT}/${event.id}` },
    whatCell(event),
    partyCell(event.actor_type, event.actor_id),
    partyCell(event.target_type, event.target_id),
    event.address === null ? { text: '—' } : { code: event.address },
  ];
}

export function whatCell({ action, outcome, reason }: AuditEvent): CellView {
  const detail = outcome === 'failure' ? `Failed${reason === null ? '' : `: ${words(reason)}`}` : undefined;
  return { code: action, ...(detail !== undefined && { detail }) };
}

/** A request, and where everything that it did is. */
export function requestCell(id: string | null, detail?: string): CellView {
  if (id === null) return { text: '—' };
  return { code: id, url: `${AUDIT}?request_id=${encodeURIComponent(id)}`, ...(detail !== undefined && { detail }) };
}

/** Who did something, or what it was done to. */
export function partyCell(type: string | null, id: string | null): CellView {
  if (type === null) return { text: '—' };
  if (id === null) return { text: words(type) };
  const page = PAGES[type];
  return { code: id, detail: words(type), ...(page !== undefined && { url: `${page}/${encodeURIComponent(id)}` }) };
}
