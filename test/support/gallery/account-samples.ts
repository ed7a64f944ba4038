import { type AccountView, accountPage } from '../../../src/pages/account/account.page.js';
import { connectedAppRemovePage } from '../../../src/pages/connected-app-remove/connected-app-remove.page.js';
import { type ConnectedApp, connectedAppsPage } from '../../../src/pages/connected-apps/connected-apps.page.js';
import { EMPTY_FORM } from '../../../src/pages/form-view.js';
import { paginationOf } from '../../../src/pages/pagination-view.js';
import { text } from '../../../src/pages/texts.js';
import { ADA, filled, INTERACTION, LONG, NOOR, PHOTOS, PLAIN, RTL, UNBROKEN } from './people.js';
import { type Sample, samplesOf } from './sample.js';

const ACCOUNT: AccountView = {
  username: 'ada',
  employeeId: 'U04711815',
  memberSince: new Date('2026-03-02T09:30:00Z'),
  isEmailVerified: false,
  pictureUrl: '/samples/ada.svg',
  profile: filled({ email: 'ada@example.com', phone: '+491701234567', dob: '1985-12-10' }),
  password: EMPTY_FORM,
};

const CONNECTED: ConnectedApp = {
  ...PHOTOS,
  consentId: INTERACTION,
  ownerName: 'grace',
  isVerified: true,
  scopes: ['profile', 'email', 'offline_access'],
  allowedAt: new Date('2026-10-01T08:00:00Z'),
  lastUsedAt: new Date('2026-11-23T21:10:00Z'),
  openUrl: 'https://photos.acme.example/login?iss=https%3A%2F%2Flogin.example',
};

const LEDGER: ConnectedApp = { ...CONNECTED, ...PLAIN, isVerified: false, scopes: [] };

/** A signed-in person's own pages. */
export function accountSamples(): Sample[] {
  return [...profiles(), ...connectedApps()];
}

function profiles(): Sample[] {
  const frame = { viewer: ADA, current: 'account' } as const;
  return [
    ...samplesOf(accountPage, { plain: ACCOUNT }, { ...frame, notice: 'profile_saved' }),
    ...samplesOf(
      accountPage,
      {
        wrong: {
          ...ACCOUNT,
          profile: { values: { email: 'ada' }, errors: { email: text('validation.email') } },
          password: { values: {}, errors: { new_password: text('validation.password_personal') } },
        },
        long: { ...ACCOUNT, username: UNBROKEN.slice(0, 64), profile: filled({ email: `${UNBROKEN}@example.com` }) },
      },
      frame,
    ),
  ];
}

function connectedApps(): Sample[] {
  const frame = { viewer: ADA, current: 'connected-apps' } as const;
  const path = '/account/apps';
  const apps = [
    CONNECTED,
    LEDGER,
    { ...CONNECTED, ...RTL, ownerName: NOOR.username },
    {
      ...CONNECTED,
      ...LONG,
      ownerName: UNBROKEN.slice(0, 64),
      scopes: ['profile', 'email', 'phone', 'offline_access'],
    },
  ];
  return [
    ...samplesOf(
      connectedAppsPage,
      { empty: { apps: [], pagination: paginationOf(path, { page: 1, size: 20, total: 0 }) } },
      { viewer: NOOR, current: 'connected-apps', notice: 'connected_app_removed' },
    ),
    ...samplesOf(
      connectedAppsPage,
      { many: { apps, pagination: paginationOf(path, { page: 2, size: 20, total: 52 }) } },
      frame,
    ),
    ...samplesOf(connectedAppRemovePage, { plain: { app: CONNECTED } }, frame),
  ];
}
