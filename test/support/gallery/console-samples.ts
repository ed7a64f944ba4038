import {
  type ConsoleDashboardView,
  consoleDashboardPage,
} from '../../../src/pages/console-dashboard/console-dashboard.page.js';
import { type ConsoleDetailView, consoleDetailPage } from '../../../src/pages/console-detail/console-detail.page.js';
import { type ConsoleFormView, consoleFormPage } from '../../../src/pages/console-form/console-form.page.js';
import { type ConsoleListView, consoleListPage } from '../../../src/pages/console-list/console-list.page.js';
import { type ConsoleSecretView, consoleSecretPage } from '../../../src/pages/console-secret/console-secret.page.js';
import { choicesOf, fact, tableOf, timeCell } from '../../../src/pages/console-views.js';
import { EMPTY_FORM } from '../../../src/pages/form-view.js';
import { ADA, CLIENT_ID, INTERACTION, UNBROKEN } from './people.js';
import { type Sample, samplesOf } from './sample.js';

const FRAME = {
  viewer: ADA,
  sections: [
    { label: 'People', links: [{ label: 'Users', url: '/admin/users', isCurrent: true }] },
    { label: 'System', links: [{ label: 'Audit log', url: '/admin/audit', isCurrent: false }] },
  ],
};
const WHEN = '2026-11-02T14:00:00Z';
const COLUMNS = [
  { label: 'User name', sortUrl: '/admin/users?sort=username' },
  { label: 'E-mail address' },
  { label: 'Status' },
  { label: 'Made', sortUrl: '/admin/users?sort=created', sorted: 'descending' as const },
];
const TABLE = tableOf('Users', COLUMNS, [
  {
    id: '1',
    name: 'ada',
    cells: [
      { text: 'ada', url: '/admin/users/1', detail: 'Ada Lovelace' },
      { text: 'ada@example.com' },
      { badge: 'Active', tone: 'good' },
      timeCell(WHEN),
    ],
  },
  {
    id: '2',
    name: UNBROKEN,
    cells: [
      { text: UNBROKEN, url: '/admin/users/2' },
      { text: `${UNBROKEN.slice(0, 60)}@example.com` },
      { badge: 'Disabled', tone: 'caution' },
      timeCell(null),
    ],
  },
  { id: '3', name: 'نور', cells: [{ text: 'نور' }, { code: CLIENT_ID }, { badge: 'Owner' }, { text: '—' }] },
]);

const LIST: ConsoleListView = {
  title: 'Users',
  lead: 'Everybody who has an account here.',
  actions: [
    { label: 'Export', url: '/admin/users/export' },
    { label: 'New user', url: '/admin/users/new', isPrimary: true },
  ],
  filters: [
    { name: 'search', label: 'Search', kind: 'search', hint: 'The beginning of a name' },
    { name: 'status', label: 'Status', kind: 'select', choices: choicesOf(['active', 'disabled']), none: 'Any' },
    { name: 'since', label: 'From day', kind: 'date' },
  ],
  form: { values: { status: 'active' }, errors: {} },
  kept: [{ name: 'sort', value: '-created' }],
  listUrl: '/admin/users',
  clearUrl: '/admin/users',
  table: TABLE,
  bulk: { url: '/admin/users/bulk', actions: [{ value: 'disable', label: 'Disable' }] },
  empty: {
    title: 'Nobody here',
    detail: 'No user fits. Take a filter away, or make somebody an account.',
    action: { label: 'New user', url: '/admin/users/new' },
  },
  firstUrl: '/admin/users',
  nextUrl: '/admin/users?cursor=abc',
};

const { bulk: _bulk, clearUrl: _clear, firstUrl: _first, nextUrl: _next, ...PLAIN_LIST } = LIST;

const DETAIL: ConsoleDetailView = {
  title: 'ada.lovelace',
  back: { label: 'Users', url: '/admin/users' },
  lead: 'Ada Lovelace',
  badges: [{ badge: 'Active', tone: 'good' }, { badge: 'Admin' }],
  warning: 'This address was never confirmed.',
  progress: { label: 'Ending sessions', done: 3, total: 10 },
  actions: [
    { label: 'Edit', url: '/admin/users/1/edit' },
    {
      label: 'Vouch',
      url: '/admin/users/1/vouch',
      isPost: true,
      hidden: [{ name: 'etag', value: '"a"' }],
      isPrimary: true,
    },
    { label: 'Delete', url: '/admin/users/1/delete', isDanger: true },
  ],
  facts: [
    fact('E-mail address', { text: 'ada@example.com', detail: 'Confirmed' }),
    fact('Scopes', { code: 'openid' }, { code: 'profile' }),
    fact('Made', { ...timeCell(WHEN), until: new Date(WHEN) }),
    fact('Over time', { spans: { now: 60, whole: { x: 10, width: 80 }, part: { x: 20, width: 30 } } }),
  ],
  sections: [
    {
      title: 'Sessions',
      lead: 'Browsers that are signed in.',
      actions: [{ label: 'Sign out everywhere', url: '/admin/users/1/sign-out' }],
      facts: [fact('Sessions', { text: '3' })],
      table: TABLE,
      empty: 'No browser is signed in.',
      more: { label: 'All sessions of this user', url: '/admin/sessions' },
    },
    { title: 'What happened', table: tableOf('Events', ['When'], []), empty: 'Nothing is on record.' },
    { title: 'Details', code: { id: 'details', label: 'Details', code: '{\n  "members": ["name"]\n}' } },
  ],
};

const FORM: ConsoleFormView = {
  title: 'New user',
  lead: 'They sign in with this password.',
  back: { label: 'Users', url: '/admin/users' },
  consequences: [],
  actionUrl: '/admin/users/new',
  groups: [
    {
      fields: [
        { name: 'username', label: 'User name', kind: 'text', isRequired: true, autocomplete: 'off' },
        { name: 'password', label: 'Password', kind: 'password', hint: 'Hard to guess', autocomplete: 'new-password' },
      ],
    },
    {
      legend: 'More',
      fields: [
        { name: 'role', label: 'Role', kind: 'select', choices: choicesOf(['user', 'admin']), none: 'As it is' },
        { name: 'uris', label: 'Addresses', kind: 'lines', rows: 3, hint: 'One per line' },
        {
          name: 'alg',
          label: 'Algorithms',
          kind: 'ticks',
          hint: 'At least one',
          choices: [{ value: 'ES256', label: 'ES256', isTicked: true, hint: 'Short' }],
        },
        { name: 'now', label: 'At once', kind: 'check', hint: 'Not later', isTicked: true },
        { name: 'data', label: 'File', kind: 'file', hint: 'CSV or JSON', accept: '.csv,.json' },
        { name: 'website', label: 'Website', kind: 'url', isOptional: true },
      ],
    },
  ],
  hidden: [{ name: 'form_id', value: INTERACTION }],
  form: EMPTY_FORM,
  submit: 'Make the user',
  isUpload: true,
};

const QUESTION: ConsoleFormView = {
  title: 'Delete ada for good?',
  back: { label: 'ada', url: '/admin/users/1' },
  consequences: ['The account goes, with their sessions, consents and tokens.', 'This cannot be undone.'],
  actionUrl: '/admin/users/1/delete',
  groups: [{ fields: [{ name: 'confirmation', label: 'Type ada to be sure', kind: 'text', isRequired: true }] }],
  hidden: [{ name: 'etag', value: '"a"' }],
  form: EMPTY_FORM,
  submit: 'Delete for good',
  isDanger: true,
};

const SECRET: ConsoleSecretView = {
  title: 'The app is registered',
  lead: 'This secret is shown now and never again. Put it where the app finds it.',
  facts: [fact('Client id', { code: CLIENT_ID })],
  secret: { id: 'secret', label: 'Client secret', value: 'dws_q7Qm2v0xkJ9Yb1sTn4RfWcEo8LzHgUaPi3DyKX6tVwM' },
  next: { label: 'Done', url: '/admin/apps/1' },
};

const CHART = { id: 'tokens', title: 'Tokens', lead: 'Access tokens issued, by day', empty: 'None yet.' };
const PICTURE = {
  url: '/assets/icon.svg?size=wide',
  darkUrl: '/assets/icon.svg?size=wide&scheme=dark',
  narrowUrl: '/assets/icon.svg?size=narrow',
  narrowDarkUrl: '/assets/icon.svg?size=narrow&scheme=dark',
  width: 560,
  height: 240,
  narrowWidth: 330,
  narrowHeight: 220,
  alt: 'Tokens over time',
};
const DAYS = tableOf('Tokens', ['Day', 'Refresh'], [[{ text: '26 Nov' }, { text: '12' }]]);

const DASHBOARD: ConsoleDashboardView = {
  ranges: ['24 hours', '7 days', '30 days', '90 days'].map((label) => ({
    label,
    url: `/admin?range=${label}`,
    isCurrent: label === '7 days',
  })),
  timeZone: 'Europe/Paris',
  attention: [{ text: '3 apps nobody has vouched for.', link: { label: 'Look at them', url: '/admin/clients' } }],
  figures: ['Active people', 'Sign-ins', 'Failed sign-ins', 'Tokens', 'Token endpoint, p95'].map((label, index) => ({
    label,
    value: ['12', '1,204', '31', '123,456,789', '—'][index] ?? '',
    change: '▲ 12 %, from 1,075 in the 7 days before',
  })),
  charts: [
    { ...CHART, picture: PICTURE, table: DAYS },
    { ...CHART, id: 'latency', title: 'Latency' },
  ],
  top: tableOf(
    'The apps with the most tokens',
    ['App', 'Tokens', 'Before'],
    [
      [{ text: UNBROKEN, url: '/admin/clients/1' }, { text: '12' }, { text: '9' }],
      [{ code: CLIENT_ID, detail: 'Deleted' }, { text: '3' }, { text: '0' }],
    ],
  ),
  before: 'the 7 days before',
};

export function consoleSamples(): Sample[] {
  const wrong = {
    values: { username: 'ada', uris: 'http://', website: 'x' },
    errors: {
      username: 'Another user has this already.',
      uris: 'Use https.',
      role: 'Only an owner gives roles.',
      alg: 'At least one.',
      now: 'Choose.',
      data: 'Too large.',
      password: 'Too short.',
    },
  };
  return [
    ...samplesOf(
      consoleListPage,
      {
        full: LIST,
        plain: { ...PLAIN_LIST, actions: [], kept: [] },
        empty: { ...PLAIN_LIST, table: tableOf('Users', COLUMNS, []) },
        wrong: { ...PLAIN_LIST, form: { values: {}, errors: {}, summary: 'That is no cursor.' } },
      },
      FRAME,
    ),
    ...samplesOf(
      consoleDetailPage,
      { full: DETAIL, bare: { ...DETAIL, facts: [], sections: [], actions: [], badges: [] } },
      FRAME,
    ),
    ...samplesOf(
      consoleFormPage,
      {
        blank: FORM,
        wrong: { ...FORM, form: wrong },
        stale: { ...FORM, form: { values: {}, errors: {}, summary: 'It was changed meanwhile.' } },
        late: {
          ...FORM,
          form: {
            values: {},
            errors: {},
            summary: 'You signed in too long ago.',
            remedy: { label: 'Sign in again in a new tab', url: '/login' },
          },
        },
        question: QUESTION,
      },
      FRAME,
    ),
    ...samplesOf(
      consoleDashboardPage,
      { full: DASHBOARD, quiet: { ...DASHBOARD, attention: [], charts: [CHART], top: { ...DASHBOARD.top, rows: [] } } },
      FRAME,
    ),
    ...samplesOf(consoleSecretPage, { shown: SECRET }, FRAME),
  ];
}
