import { authorizeErrorPage } from '../../../src/pages/authorize-error/authorize-error.page.js';
import { type ConsentScope, type ConsentView, consentPage } from '../../../src/pages/consent/consent.page.js';
import { errorPage } from '../../../src/pages/error/error.page.js';
import { errorHelpPage } from '../../../src/pages/error-help/error-help.page.js';
import { EMPTY_FORM } from '../../../src/pages/form-view.js';
import { formPostPage } from '../../../src/pages/form-post/form-post.page.js';
import { homePage } from '../../../src/pages/home/home.page.js';
import { interactionOverPage } from '../../../src/pages/interaction-over/interaction-over.page.js';
import { loginPage } from '../../../src/pages/login/login.page.js';
import { logoutDonePage } from '../../../src/pages/logout-done/logout-done.page.js';
import { logoutErrorPage } from '../../../src/pages/logout-error/logout-error.page.js';
import { logoutPage } from '../../../src/pages/logout/logout.page.js';
import { type SelectAccountView, selectAccountPage } from '../../../src/pages/select-account/select-account.page.js';
import { signupPage } from '../../../src/pages/signup/signup.page.js';
import { text } from '../../../src/pages/texts.js';
import { ADA, filled, INTERACTION, LONG, NOOR, PHOTOS, PLAIN, REQUEST_ID, RTL, UNBROKEN } from './people.js';
import { type Sample, samplesOf } from './sample.js';

const FORGOT_URL = `/forgot-password?interaction=${INTERACTION}`;
const SIGNUP_URL = `/signup?interaction=${INTERACTION}`;

const CONSENT: ConsentView = {
  app: PHOTOS,
  ownerName: 'grace',
  isVerified: true,
  redirectHost: 'photos.acme.example',
  isSigningIn: true,
  scopes: [
    {
      ...scope('profile', ['ada', 'Ada Lovelace', '1985-12-10', 'https://ada.example', 'Europe/London']),
      isTicked: true,
      isNew: false,
    },
    { ...scope('email', ['ada@example.com']), isTicked: true, isNew: false },
  ],
  asksOffline: false,
  account: { id: INTERACTION, username: 'ada', email: 'ada@example.com', pictureUrl: '/samples/ada.svg' },
  interactionId: INTERACTION,
  changes: [],
  isOtherAccount: false,
};

const PHONE = { ...scope('phone', []), isTicked: false, isNew: true };
const OFFLINE = { ...scope('offline_access', []), isTicked: true, isNew: true };
const NO_ADDRESS = { ...scope('address', []), isTicked: true, isNew: false };
const ADDRESS = { ...NO_ADDRESS, values: ['12 St James’s Square, London SW1Y 4JH, United Kingdom'] };
/** Defined by administrators. */
const CUSTOM_SCOPES = [
  custom('photos:read', { sentence: 'See your photos and albums', isTicked: true }),
  custom('photos:delete', { sentence: 'Delete photos for good, also those shared with others', isSensitive: true }),
];
/** Asked for one by one, with the claims parameter. */
const SINGLE_CLAIMS = [
  { ...claim('name', ['Ada Lovelace']), isTicked: true, isNew: false },
  { ...claim('zoneinfo', []), isTicked: true, isNew: true },
  { ...claim('address', ['12 St James’s Square', 'London SW1Y 4JH']), isTicked: false, isNew: true },
];

function custom(name: string, differing: Partial<ConsentScope>): ConsentScope {
  const usual = { texts: '', values: [], isSensitive: false, isTicked: false, isNew: false };
  return { name, id: `scope-${name}`, ...usual, ...differing };
}

function scope(name: string, values: readonly string[]) {
  return { name, id: `scope-${name}`, texts: `scope.${name}`, values };
}

function claim(name: string, values: readonly string[]) {
  return { name: `claim:${name}`, id: `claim-${name}`, texts: `claim.${name}`, values };
}

/** Everything up to the moment at which a person is back in the app, and what can go wrong on the way. */
export function signInSamples(): Sample[] {
  return [...entrance(), ...selections(), ...consents(), ...popups(), ...endings(), ...errors()];
}

function entrance(): Sample[] {
  return [
    ...samplesOf(homePage, { visitor: { canSignUp: true }, closed: { canSignUp: false } }),
    ...samplesOf(homePage, { member: { username: 'ada', canSignUp: true } }, { viewer: ADA }),
    ...samplesOf(loginPage, {
      plain: { form: EMPTY_FORM, forgotUrl: FORGOT_URL, returnTo: '/apps', signupUrl: '/signup?return_to=%2Fapps' },
      app: { form: EMPTY_FORM, forgotUrl: FORGOT_URL, app: PHOTOS, interactionId: INTERACTION, signupUrl: SIGNUP_URL },
      hinted: {
        form: filled({ username: 'ada@example.com' }),
        forgotUrl: FORGOT_URL,
        app: PLAIN,
        interactionId: INTERACTION,
      },
      wrong: {
        form: { ...filled({ username: 'ada' }), summary: text('login.wrong') },
        forgotUrl: FORGOT_URL,
        app: PHOTOS,
        interactionId: INTERACTION,
        signupUrl: SIGNUP_URL,
      },
      throttled: {
        form: { ...filled({ username: 'ada' }), summary: text('login.throttled', { count: 4 }) },
        forgotUrl: FORGOT_URL,
      },
      long: {
        form: filled({ username: UNBROKEN }),
        forgotUrl: FORGOT_URL,
        app: LONG,
        interactionId: INTERACTION,
        signupUrl: SIGNUP_URL,
      },
      rtl: { form: EMPTY_FORM, forgotUrl: FORGOT_URL, app: RTL, interactionId: INTERACTION, signupUrl: SIGNUP_URL },
    }),
    ...samplesOf(signupPage, {
      plain: { form: EMPTY_FORM, actionUrl: '/signup', returnTo: '/apps', loginUrl: '/login?return_to=%2Fapps' },
      app: { form: EMPTY_FORM, actionUrl: '/signup', app: PHOTOS, interactionId: INTERACTION, loginUrl: '/login' },
      wrong: {
        form: {
          values: { username: 'ada', email: 'ada@example', phone: '0170 1234567', empUserId: 'E-1815' },
          errors: {
            username: text('validation.username_taken'),
            email: text('validation.email'),
            password: text('validation.password_common'),
            phone: text('validation.phone'),
            pic: text('pictures.unknown_format'),
          },
        },
        actionUrl: '/signup',
        loginUrl: '/login',
      },
      invited: {
        form: EMPTY_FORM,
        actionUrl: '/invitation',
        invitationToken: 'x'.repeat(43),
        invitedEmail: 'ada@example.com',
        loginUrl: '/login',
      },
      admin: { form: EMPTY_FORM, actionUrl: '/setup', setupToken: 'x'.repeat(43), loginUrl: '/login' },
    }),
  ];
}

function selections(): Sample[] {
  const { account } = CONSENT;
  const choice: SelectAccountView = { account, app: PHOTOS, interactionId: INTERACTION, isOtherAccount: false };
  return samplesOf(
    selectAccountPage,
    {
      plain: choice,
      again: { ...choice, app: PLAIN, account: { ...account, username: 'grace' }, isOtherAccount: true },
      long: {
        ...choice,
        app: LONG,
        account: { id: INTERACTION, username: UNBROKEN.slice(0, 64), email: `${UNBROKEN}@example.com` },
      },
      rtl: { ...choice, app: RTL, account: { ...account, ...NOOR } },
    },
    { viewer: ADA },
  );
}

function popups(): Sample[] {
  const frame = { viewer: ADA, isCompact: true };
  return [
    ...samplesOf(
      loginPage,
      { popup: { form: EMPTY_FORM, app: PHOTOS, interactionId: INTERACTION, forgotUrl: FORGOT_URL } },
      { isCompact: true },
    ),
    ...samplesOf(consentPage, { popup: CONSENT }, frame),
  ];
}

function consents(): Sample[] {
  return samplesOf(
    consentPage,
    {
      plain: CONSENT,
      unverified: {
        ...CONSENT,
        app: {
          ...PLAIN,
          policyUrl: 'https://ledger.harbour.example/privacy',
          termsUrl: 'https://ledger.harbour.example/terms',
        },
        isVerified: false,
        redirectHost: 'ledger.harbour.example',
        scopes: [
          ...CONSENT.scopes,
          { ...PHONE, values: ['+49 170 1234567'], isTicked: true, isNew: false },
          ADDRESS,
          OFFLINE,
        ],
        asksOffline: true,
      },
      again: {
        ...CONSENT,
        scopes: [...CONSENT.scopes, PHONE, NO_ADDRESS, OFFLINE],
        asksOffline: true,
        changes: ['name', 'logo', 'hosts'],
        isOtherAccount: true,
      },
      claims: { ...CONSENT, scopes: [...CONSENT.scopes, ...SINGLE_CLAIMS] },
      custom: { ...CONSENT, scopes: [...CONSENT.scopes, ...CUSTOM_SCOPES] },
      nothing: { ...CONSENT, scopes: [] },
      unticked: {
        ...CONSENT,
        isSigningIn: false,
        scopes: CONSENT.scopes.map((asked) => ({ ...asked, isTicked: false })),
        error: text('consent.none_ticked'),
      },
      long: {
        ...CONSENT,
        app: LONG,
        ownerName: UNBROKEN.slice(0, 64),
        isVerified: false,
        redirectHost: LONG.host ?? '',
        account: { id: INTERACTION, username: UNBROKEN.slice(0, 64), email: `${UNBROKEN}@example.com` },
      },
      rtl: { ...CONSENT, app: RTL, ownerName: NOOR.username, account: { ...CONSENT.account, ...NOOR } },
    },
    { viewer: ADA },
  );
}

function endings(): Sample[] {
  const restartUrl = '/authorize?client_id=x';
  return [
    ...samplesOf(interactionOverPage, {
      consumed: { reason: 'consumed', app: PHOTOS, restartUrl },
      expired: { reason: 'expired', app: PLAIN, restartUrl },
      foreign: { reason: 'foreign' },
    }),
    ...samplesOf(formPostPage, {
      code: {
        action: 'https://photos.acme.example/callback',
        host: 'photos.acme.example',
        fields: [
          { name: 'code', value: 'x'.repeat(43) },
          { name: 'state', value: '"><script>alert(1)</script>' },
        ],
      },
    }),
    ...logouts(),
  ];
}

function logouts(): Sample[] {
  const own = { username: 'ada', ticket: 'v1.x.y', stayUrl: '/' };
  const continueUrl = 'https://photos.acme.example/bye?state=x';
  const nobody = { frames: [], goesOn: false };
  const frames = ['about:blank'];
  const refused = { code: 'invalid_request', requestId: REQUEST_ID };
  const description = 'post_logout_redirect_uri is not one that this app registered';
  return [
    ...samplesOf(
      logoutPage,
      {
        own,
        app: { ...own, app: PHOTOS, stayUrl: continueUrl },
        plain: { ...own, app: PLAIN },
        long: { ...own, app: LONG, username: UNBROKEN.slice(0, 64) },
        rtl: { ...own, app: RTL, username: NOOR.username },
      },
      { viewer: ADA },
    ),
    ...samplesOf(logoutDonePage, {
      plain: nobody,
      frames: { ...nobody, frames },
      // The script goes on at once, and stays here.
      waiting: { frames, goesOn: true, continueUrl: '#', appName: PHOTOS.name },
      link: { ...nobody, continueUrl, appName: LONG.name },
      rtl: { ...nobody, continueUrl, appName: RTL.name },
    }),
    ...samplesOf(logoutErrorPage, {
      member: { ...refused, description, isSignedIn: true },
      visitor: { ...refused, description: 'id_token_hint is no ID token of this server', isSignedIn: false },
    }),
  ];
}

function errors(): Sample[] {
  const kinds = ['not_found', 'link_over', 'forbidden', 'bad_request', 'too_large', 'unavailable', 'server_error'];
  const developer = { code: 'invalid_request', requestId: REQUEST_ID };
  return [
    ...kinds.flatMap((kind) => samplesOf(errorPage, { [kind]: { kind, requestId: REQUEST_ID } })),
    ...samplesOf(errorPage, {
      throttled: { kind: 'too_many_requests', requestId: REQUEST_ID, retryAfter: 240 },
      detail: { kind: 'not_found', requestId: REQUEST_ID, detail: text('apps.closed') },
    }),
    ...samplesOf(authorizeErrorPage, {
      unknown: { ...developer, description: 'there is no client with this client_id' },
      stranger: { ...developer, description: 'redirect_uri is not registered for this client', appName: 'Acme Photos' },
      owner: {
        ...developer,
        description: 'redirect_uri is not registered for this client',
        appName: 'Acme Photos',
        owner: {
          appUrl: '/apps/1',
          addUrl: '/apps/1/redirect-uris',
          askedText: 'https://photos.acme.example/callback/',
          asked: [
            { text: 'https://photos.acme.example/callback', isDifferent: false },
            { text: '/', isDifferent: true },
          ],
          registered: [
            [{ text: 'https://photos.acme.example/callback', isDifferent: false }],
            [
              { text: 'http', isDifferent: false },
              { text: '://127.0.0.1:4000/cb', isDifferent: true },
            ],
          ],
        },
      },
      refused: {
        ...developer,
        description: 'redirect_uri is not registered for this client',
        appName: 'Acme Photos',
        owner: {
          appUrl: '/apps/1',
          askedText: `http://evil.example/${UNBROKEN}`,
          asked: [{ text: `http://evil.example/${UNBROKEN}`, isDifferent: true }],
          registered: [],
          fault: 'Begin with https://, like https://app.example.com/callback.',
        },
      },
    }),
    ...samplesOf(errorHelpPage, { grant: { code: 'invalid_grant', status: 400 } }),
  ];
}
