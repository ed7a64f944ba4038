import { type AccountView, accountPage } from '../../../src/pages/account/account.page.js';
import { connectedAppRemovePage } from '../../../src/pages/connected-app-remove/connected-app-remove.page.js';
import { type ConnectedApp, connectedAppsPage } from '../../../src/pages/connected-apps/connected-apps.page.js';
import { emailPage, type EmailState } from '../../../src/pages/email/email.page.js';
import { EMPTY_FORM } from '../../../src/pages/form-view.js';
import { paginationOf } from '../../../src/pages/pagination-view.js';
import { text } from '../../../src/pages/texts.js';
import { ADA, filled, INTERACTION, LONG, NOOR, PHOTOS, PLAIN, RTL, UNBROKEN } from './people.js';
import { type Sample, samplesOf } from './sample.js';

const EMAIL: EmailState = { address: 'ada@example.com', isVerified: true, canSend: true };

const LONG_EMAIL = `${UNBROKEN.slice(0, 64)}@${'very-long-label.'.repeat(8)}example`;

const PENDING = {
  email: 'ada.lovelace@example.org',
  isOldConfirmed: true,
  isNewConfirmed: false,
  expiresAt: new Date('2026-11-24T21:10:00Z'),
};

const ACCOUNT: AccountView = {
  username: 'ada',
  employeeId: 'U04711815',
  memberSince: new Date('2026-03-02T09:30:00Z'),
  email: EMAIL,
  pictureUrl: '/samples/ada.svg',
  profile: filled({
    phone: '+491701234567',
    dob: '1985-12-10',
    given_name: 'Ada',
    family_name: 'Lovelace',
    street_address: '12 St James’s Square',
    postal_code: 'SW1Y 4JH',
    locality: 'London',
    country: 'GB',
    locale: 'en',
    zoneinfo: 'Europe/London',
  }),
  choices: {
    genders: ['female', 'male', 'nonbinary'].map((value) => ({ value, label: text(`gender.${value}`) })),
    countries: [
      { value: 'DE', label: 'Germany' },
      { value: 'GB', label: 'United Kingdom' },
    ],
    languages: [
      { value: 'en', label: 'English' },
      { value: 'de', label: 'Deutsch' },
    ],
    timeZones: ['Europe/Berlin', 'Europe/London'].map((value) => ({ value, label: value })),
  },
  password: EMPTY_FORM,
};

const CONNECTED: ConnectedApp = {
  ...PHOTOS,
  consentId: INTERACTION,
  ownerName: 'grace',
  isVerified: true,
  permissions: [
    ...['scope.profile', 'scope.email', 'claim.birthdate', 'scope.offline_access'].map((texts) => ({ texts })),
    { texts: '', sentence: 'See your photos' },
  ],
  allowedAt: new Date('2026-10-01T08:00:00Z'),
  lastUsedAt: new Date('2026-11-23T21:10:00Z'),
  openUrl: 'https://photos.acme.example/login?iss=https%3A%2F%2Flogin.example',
};

const LEDGER: ConnectedApp = { ...CONNECTED, ...PLAIN, isVerified: false, permissions: [] };

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
          email: { ...EMAIL, isVerified: false, pending: PENDING },
          profile: {
            values: { website: 'ada.example', gender: 'female', locality: UNBROKEN.slice(0, 100) },
            errors: {
              given_name: text('validation.text_too_long'),
              website: text('validation.web_address'),
              street_address: text('validation.text_characters'),
              country: text('validation.country'),
              zoneinfo: text('validation.zoneinfo'),
            },
          },
          password: { values: {}, errors: { new_password: text('validation.password_personal') } },
        },
        long: {
          ...ACCOUNT,
          username: UNBROKEN.slice(0, 64),
          email: {
            ...EMAIL,
            address: `${UNBROKEN.slice(0, 64)}@example.com`,
            pending: { ...PENDING, email: LONG_EMAIL },
          },
        },
        no_mail: { ...ACCOUNT, email: { ...EMAIL, isVerified: false, canSend: false } },
      },
      frame,
    ),
    ...samplesOf(
      emailPage,
      {
        plain: { state: EMAIL, form: EMPTY_FORM, username: 'ada' },
        unproven: { state: { ...EMAIL, isVerified: false }, form: EMPTY_FORM, username: 'ada' },
        wrong: {
          state: { ...EMAIL, pending: PENDING },
          form: { values: { email: 'ada@example.com' }, errors: { email: text('validation.email_same') } },
          username: 'ada',
        },
        no_mail: { state: { ...EMAIL, canSend: false }, form: EMPTY_FORM, username: 'ada' },
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
      scopes: ['openid', 'profile', 'email', 'phone', 'offline_access'],
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
