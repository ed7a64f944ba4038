import { type AppDetailView, appPage } from '../../../src/pages/app/app.page.js';
import { appCredentialsPage } from '../../../src/pages/app-credentials/app-credentials.page.js';
import { appDeletePage } from '../../../src/pages/app-delete/app-delete.page.js';
import { type AppFormView, appFormPage } from '../../../src/pages/app-form/app-form.page.js';
import { appNewPage } from '../../../src/pages/app-new/app-new.page.js';
import { appRotatePage } from '../../../src/pages/app-rotate/app-rotate.page.js';
import { appsPage } from '../../../src/pages/apps/apps.page.js';
import { EMPTY_FORM } from '../../../src/pages/form-view.js';
import { paginationOf } from '../../../src/pages/pagination-view.js';
import { text } from '../../../src/pages/texts.js';
import { snippetsFor } from '../../../src/apps/snippets/snippets.js';
import { ADA, CLIENT_ID, filled, INTERACTION, LONG, PHOTOS, PLAIN, RTL, UNBROKEN } from './people.js';
import { type Sample, samplesOf } from './sample.js';

const FRAME = { viewer: ADA, current: 'apps' } as const;
const CREATED = new Date('2026-11-02T14:00:00Z');
const SECRET = 'dws_q7Qm2v0xkJ9Yb1sTn4RfWcEo8LzHgUaPi3DyKX6tVwM';
const CALLBACK = 'https://photos.acme.example/callback';

const FORM: AppFormView = {
  kind: 'server',
  actionUrl: '/apps/new/server',
  cancelUrl: '/apps',
  formId: INTERACTION,
  form: EMPTY_FORM,
  redirectUriFaults: [],
  usesRedirects: true,
  scopes: [
    ...['openid', 'profile', 'email', 'phone', 'address', 'offline_access'].map((value, index) =>
      choice(value, index < 2),
    ),
    { ...choice('photos:read', false), label: 'See your photos and albums' },
  ],
  grantTypes: [
    { ...choice('authorization_code', true), isFixed: true },
    choice('refresh_token', true),
    choice('client_credentials', false),
  ],
  authMethods: [
    choice('client_secret_basic', false),
    choice('client_secret_post', true),
    choice('private_key_jwt', false),
    choice('client_secret_jwt', false),
  ],
  signingAlgs: ['RS256', 'PS256', 'ES256', 'EdDSA'].map((value) => ({ value, label: value })),
  isAdvancedOpen: false,
};

const APP: AppDetailView = {
  ...PHOTOS,
  kind: 'server',
  clientId: CLIENT_ID,
  clientUri: 'https://photos.acme.example',
  createdAt: CREATED,
  isVerified: true,
  isSuspended: false,
  problems: [],
  needsNewSecret: false,
  redirectUris: [CALLBACK, 'http://localhost:4000/callback'],
  registered: [
    { name: 'policy_uri', values: ['https://photos.acme.example/privacy'], isCode: false },
    { name: 'id_token_signed_response_alg', values: ['ES256'], isCode: true },
    { name: 'backchannel_logout_uri', values: ['https://photos.acme.example/logged-out'], isCode: true },
    { name: 'keys', values: ['2026-11 (ES256)', '2026-12 (ES256)'], isCode: true },
  ],
  isSelfRegistered: false,
  grantTypes: ['authorization_code', 'refresh_token'],
  scopes: ['openid', 'profile', 'email'],
  tokenEndpointAuthMethod: 'client_secret_post',
  secrets: [
    { hint: 'tVwM', isCurrent: true, createdAt: CREATED, lastUsedAt: new Date('2026-11-23T21:04:00Z') },
    {
      hint: 'b2Qz',
      isCurrent: false,
      createdAt: CREATED,
      expiresAt: new Date('2026-11-24T21:04:00Z'),
      revokeUrl: '/apps/1/secrets/2/revoke',
    },
  ],
  stateKeyUrl: '/apps/1/state-key',
  editUrl: '/apps/1/edit',
  rotateUrl: '/apps/1/rotate',
  deleteUrl: '/apps/1/delete',
  button: {
    label: 'Login with Doorward',
    html: '<a href="https://photos.acme.example/authLogin">Login with Doorward</a>\n',
  },
  snippets: snippets('server', CALLBACK),
};

/** The pages of an app's owner. */
export function appSamples(): Sample[] {
  return [...lists(), ...forms(), ...details(), ...questions()];
}

function choice(value: string, isTicked: boolean) {
  return { value, isTicked, isFixed: false };
}

function snippets(kind: string, redirectUri?: string) {
  const app = { issuer: 'https://login.example.com', clientId: CLIENT_ID, authMethod: 'client_secret_post' };
  return redirectUri === undefined
    ? snippetsFor({ ...app, scope: '' }, kind)
    : snippetsFor({ ...app, scope: 'profile email', redirectUri }, kind);
}

function lists(): Sample[] {
  const item = { url: '/apps/1', kind: 'server', clientId: CLIENT_ID, createdAt: CREATED, isSuspended: false };
  const none = paginationOf('/apps', { page: 1, size: 20, total: 0 });
  const apps = [
    { ...item, ...PHOTOS },
    { ...item, ...PLAIN, kind: 'native', isSuspended: true },
    { ...item, ...RTL, kind: 'browser' },
    { ...item, ...LONG, kind: 'machine' },
  ];
  return [
    ...samplesOf(
      appsPage,
      {
        empty: { apps: [], pagination: none, canRegister: true },
        closed: { apps: [], pagination: none, canRegister: false },
        many: { apps, pagination: paginationOf('/apps', { page: 1, size: 20, total: 41 }), canRegister: true },
      },
      FRAME,
    ),
    ...samplesOf(appNewPage, { plain: { kinds: ['server', 'browser', 'native', 'machine'] } }, FRAME),
  ];
}

function forms(): Sample[] {
  const { scopes: _scopes, ...rest } = FORM;
  return samplesOf(
    appFormPage,
    {
      plain: FORM,
      wrong: {
        ...FORM,
        form: {
          values: {
            client_name: '',
            redirect_uris: `https://photos.acme.example/call back\nhttps://*.acme.example/cb\nhttps://${UNBROKEN}#x`,
          },
          errors: {
            client_name: 'Give the app the name that people know it by.',
            redirect_uris: 'A space cannot stand in an address: remove it or percent-encode it.',
            logo: text('pictures.unreadable'),
          },
        },
        redirectUriFaults: [
          {
            before: 'https://photos.acme.example/call',
            wrong: ' ',
            after: 'back',
            message: 'A space cannot stand in an address: remove it or percent-encode it.',
          },
          {
            before: 'https://',
            wrong: '*',
            after: '.acme.example/cb',
            message: 'Write the full host: wildcards are not matched.',
          },
          {
            before: `https://${UNBROKEN}`,
            wrong: '#x',
            after: '',
            message: "Remove the '#' and what follows it: a callback URL has no fragment.",
          },
        ],
      },
      advanced: {
        ...FORM,
        isAdvancedOpen: true,
        form: {
          values: {
            client_name: 'Acme Photos',
            redirect_uris: CALLBACK,
            policy_uri: 'https://photos.acme.example/privacy',
            id_token_signed_response_alg: 'ES256',
            post_logout_redirect_uris: 'https://photos.acme.example/bye',
            frontchannel_logout_uri: 'https://other.example/out',
          },
          errors: {
            frontchannel_logout_uri: 'Use an address with the scheme, host and port of one of the callback URLs.',
            jwks: 'Key 1: this is a private or secret key. Give only the public part, and make a new key: this one is known now.',
          },
        },
      },
      edit: {
        ...FORM,
        clientName: 'Acme Photos',
        actionUrl: '/apps/1/edit',
        cancelUrl: '/apps/1',
        formId: '',
        logoUrl: '/samples/logo.svg',
        form: filled({
          client_name: 'Acme Photos',
          client_uri: 'https://photos.acme.example',
          redirect_uris: `${CALLBACK}\nhttp://localhost:4000/callback`,
        }),
      },
      machine: {
        ...rest,
        kind: 'machine',
        usesRedirects: false,
        scopes: [],
        grantTypes: [{ ...choice('client_credentials', true), isFixed: true }],
      },
    },
    FRAME,
  );
}

function details(): Sample[] {
  const { button: _button, rotateUrl: _rotate, ...withoutSecrets } = APP;
  return samplesOf(
    appPage,
    {
      server: APP,
      problems: {
        ...withoutSecrets,
        tokenEndpointAuthMethod: 'client_secret_jwt',
        rotateUrl: '/apps/1/rotate',
        needsNewSecret: true,
        snippets: [],
        problems: [
          {
            purpose: 'jwks_uri',
            url: 'https://photos.acme.example/.well-known/jwks.json',
            message: 'the answer was larger than 64 KiB',
            at: CREATED,
          },
          {
            purpose: 'backchannel_logout_uri',
            url: `https://${UNBROKEN}/logout`,
            message: 'it took longer than 5 seconds',
            at: CREATED,
          },
        ],
      },
      browser: {
        ...withoutSecrets,
        ...RTL,
        registered: [],
        isSelfRegistered: true,
        unusedUntil: new Date('2026-11-16T14:00:00Z'),
        kind: 'browser',
        isVerified: false,
        isSuspended: true,
        suspendedReason: 'It sends mail that nobody asked for.',
        tokenEndpointAuthMethod: 'none',
        secrets: [],
        stateKey: SECRET,
        snippets: snippets('browser', CALLBACK),
      },
      machine: {
        ...withoutSecrets,
        ...LONG,
        kind: 'machine',
        redirectUris: [],
        scopes: [],
        grantTypes: ['client_credentials'],
        secrets: APP.secrets,
        rotateUrl: '/apps/1/rotate',
        snippets: snippets('machine'),
      },
    },
    { ...FRAME, notice: 'app_saved' },
  );
}

function questions(): Sample[] {
  const target = { clientName: 'Acme Photos', actionUrl: '/apps/1/delete', cancelUrl: '/apps/1' };
  return [
    ...samplesOf(
      appCredentialsPage,
      {
        created: {
          occasion: 'created',
          clientName: 'Acme Photos',
          clientId: CLIENT_ID,
          clientSecret: SECRET,
          registrationAccessToken: 'aJ3mQ9vX0kTz7LmV0bNs2c9QpX1kTz7LmV0bNsr4Yw2',
          stateKey: 'Yw2c9QpX1kTz7LmV0bNsaJ3mQ9vX0kTz7LmV0bNsr4A',
          continueUrl: '/apps/1',
        },
        rotated: {
          occasion: 'rotated',
          clientName: 'Acme Photos',
          clientId: CLIENT_ID,
          clientSecret: SECRET,
          oldSecretEndsAt: new Date('2026-11-24T21:10:00Z'),
          continueUrl: '/apps/1',
        },
      },
      FRAME,
    ),
    ...samplesOf(
      appRotatePage,
      { plain: { ...target, overlaps: [0, 3_600, 86_400, 604_800], formId: 'x'.repeat(22) } },
      FRAME,
    ),
    ...samplesOf(
      appDeletePage,
      {
        plain: { ...target, clientId: CLIENT_ID, people: 0, form: EMPTY_FORM },
        wrong: {
          ...target,
          clientName: UNBROKEN.slice(0, 100),
          clientId: CLIENT_ID,
          people: 1234,
          form: { values: {}, errors: { confirmation: text('app-delete.mismatch') } },
        },
      },
      FRAME,
    ),
  ];
}
