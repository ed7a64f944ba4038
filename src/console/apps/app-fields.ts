import { type ConsoleFieldView, words } from '../../pages/console-views.js';
import type { FormView } from '../../pages/form-view.js';
import { ADMIN_SCOPES } from '../../protocol/admin-scope.js';
import { APP_KINDS, type AppKind, CLIENT_AUTH_METHODS, GRANT_TYPES } from '../../protocol/grant-types.js';

interface Group {
  readonly legend?: string;
  readonly fields: readonly ConsoleFieldView[];
}

const KINDS: Readonly<Record<AppKind, string>> = {
  server: 'a website with a server',
  browser: 'runs in the browser alone',
  native: 'on a phone or a desktop',
  machine: 'acts for itself',
};
const named = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
const line = (name: string, label: string, hint?: string): ConsoleFieldView => ({
  name,
  label,
  kind: 'text',
  isOptional: true,
  autocomplete: 'off',
  ...(hint !== undefined && { hint }),
});
const address = (name: string, label: string, hint?: string): ConsoleFieldView => ({
  ...line(name, label, hint),
  kind: 'url',
});
const lines = (name: string, label: string, rows: number, hint: string): ConsoleFieldView => ({
  name,
  label,
  kind: 'lines',
  hint,
  rows,
  isOptional: true,
});

/** Fields that exist for a new app only. */
export const NEW_FIELDS: readonly ConsoleFieldView[] = [
  {
    name: 'kind',
    label: 'Kind',
    kind: 'select',
    choices: APP_KINDS.map((value) => ({ value, label: `${words(value)}: ${KINDS[value]}` })),
    isRequired: true,
  },
  line(
    'owner',
    'Owner',
    'Employee number of the user who manages it in the panel; empty for an app of this installation',
  ),
];

const BASE: Group = {
  fields: [
    {
      name: 'client_name',
      label: 'Name',
      kind: 'text',
      hint: 'People read it on the consent page',
      isRequired: true,
      autocomplete: 'off',
    },
    lines('redirect_uris', 'Callback URLs', 3, 'One per line; none for a machine'),
    address('client_uri', 'Home page'),
  ],
};

const MAY: readonly ConsoleFieldView[] = [
  line('scope', 'May ask people for', 'Scopes with spaces between, like openid profile email'),
  {
    name: 'grant_types',
    label: 'Grant types',
    kind: 'ticks',
    hint: 'Those of its kind when none is ticked',
    choices: named(GRANT_TYPES),
  },
  line('allowed_scopes', 'May be registered for', 'At most these scopes, now and later; empty for every one'),
  {
    name: 'pkce_required',
    label: 'Must use PKCE',
    kind: 'check',
    hint: 'Only an app with a secret can go without (RFC 7636)',
  },
];

const RIGHTS: ConsoleFieldView = {
  name: 'admin_scopes',
  label: 'May use of the admin API',
  kind: 'ticks',
  hint: 'For programs of this installation. Whoever has its secret has these rights',
  choices: named(ADMIN_SCOPES),
};

const PROOF: Group = {
  legend: 'How it proves itself',
  fields: [
    {
      name: 'token_endpoint_auth_method',
      label: 'At the token endpoint',
      kind: 'select',
      choices: named(CLIENT_AUTH_METHODS),
      none: 'As usual for its kind',
    },
    address('jwks_uri', 'Address of its keys', 'For private_key_jwt'),
  ],
};

const READ: Group = {
  legend: 'What people read',
  fields: [
    address('logo_uri', 'Address of its logo', 'Fetched once, and kept here'),
    address('policy_uri', 'Privacy policy'),
    address('tos_uri', 'Terms of service'),
    lines('post_logout_redirect_uris', 'After signing out', 2, 'Addresses that people return to, one per line'),
    lines('contacts', 'Contacts', 2, 'E-mail addresses of those responsible, one per line'),
  ],
};

const REST: Group = {
  legend: 'Everything else',
  fields: [
    lines(
      'more',
      'Further members',
      6,
      'A JSON object with members of RFC 7591 and OpenID Connect Registration; translations in "localized"',
    ),
  ],
};

/** Who looks at the form, and at what. */
interface Offer {
  /** Whether they give rights. */
  readonly isOwner: boolean;
  /** Of an app that is there: it can lose those that it has, and gets no others. */
  readonly rights?: readonly string[];
}

/** What can be chosen for an app when it is made as well as later. */
export function groupsOf({ values }: FormView, { isOwner, rights }: Offer): Group[] {
  const shown = isOwner ? rightsField(rights) : [];
  const may = [...MAY, ...shown].map((field) => ticked(field, values[field.name] ?? ''));
  return [BASE, { legend: 'What it may', fields: may }, PROOF, READ, REST];
}

function rightsField(rights: readonly string[] | undefined): ConsoleFieldView[] {
  if (rights === undefined) return [RIGHTS];
  if (rights.length === 0) return [];
  return [{ ...RIGHTS, hint: 'Can be taken here. Others are given when an app is registered', choices: named(rights) }];
}

/** The field with its boxes as they stand in the form's values: one line for each that is ticked. */
function ticked(field: ConsoleFieldView, value: string): ConsoleFieldView {
  if (field.kind === 'check') return Object.assign({}, field, { isTicked: value === 'on' });
  const chosen = new Set(value.split('\n'));
  const choices = field.choices?.map(({ value: one, label }) => ({ value: one, label, isTicked: chosen.has(one) }));
  return Object.assign({}, field, choices && { choices });
}
