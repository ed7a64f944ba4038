import type { components } from '../../../clients/typescript/schema.js';
import { actsColumn, type CellView, timeCell } from '../../pages/console-views.js';

type Session = components['schemas']['SessionResource'];

export const SESSION_COLUMNS = ['User', 'Browser', 'Signed in', 'Last used', 'Ends', actsColumn()] as const;

export function sessionCells(session: Session): CellView[] {
  return [
    { text: session.username, url: `/admin/users/${session.user_id}` },
    { text: session.browser ?? 'Unknown browser' },
    timeCell(session.auth_time),
    timeCell(session.last_seen_at),
    timeCell(session.expires_at),
    { text: 'Sign out', url: `/admin/sessions/${session.id}/end` },
  ];
}
