import type { SectionView } from '../../pages/console-detail/console-detail.page.js';
import { tableOf } from '../../pages/console-views.js';
import {
  type Consent,
  CONSENT_COLUMNS,
  consentCells,
  CONSENTS,
  type Grant,
  GRANT_COLUMNS,
  grantCells,
  GRANTS,
  REVOKE_ALL,
} from './issued-views.js';

/** Without the user: it is their page. */
const COLUMNS = CONSENT_COLUMNS.slice(1);

/** Of the page of a user. @param consents the newest few */
export function appsOfUser(userId: string, consents: readonly Consent[]): SectionView {
  return {
    title: 'Connected apps',
    lead: 'What they allowed, as their own page of connected apps shows it.',
    actions: [{ label: 'What apps may do now', url: `${GRANTS}?user_id=${userId}` }],
    table: tableOf(
      'Connected apps',
      COLUMNS,
      consents.map((consent) => consentCells(consent).slice(1)),
    ),
    empty: 'They allowed no app anything.',
    more: { label: 'All connected apps of this user', url: `${CONSENTS}?user_id=${userId}` },
  };
}

/** Of the page of an app. @param grants the newest few */
export function usersOfApp(clientId: string, grants: readonly Grant[]): SectionView {
  const query = new URLSearchParams({ client_id: clientId }).toString();
  return {
    title: 'Who uses it',
    lead: 'For whom it may do something now.',
    actions: [{ label: 'Revoke all of its tokens', url: `${REVOKE_ALL}?${query}` }],
    table: tableOf(
      'Who uses it',
      withoutApp(GRANT_COLUMNS),
      grants.map((grant) => withoutApp(grantCells(grant))),
    ),
    empty: 'Nobody, at this moment.',
    more: { label: 'All authorizations for this app', url: `${GRANTS}?${query}` },
  };
}

/** A row of authorizations where the app goes without saying. */
function withoutApp<T>(cells: readonly T[]): T[] {
  return cells.filter((_cell, index) => GRANT_COLUMNS[index] !== 'App');
}
