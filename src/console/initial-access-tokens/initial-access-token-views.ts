import type { components } from '../../../clients/typescript/schema.js';
import type { ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import type { ConsoleSecretView } from '../../pages/console-secret/console-secret.page.js';
import {
  actsColumn,
  type CellView,
  type ConsoleFieldView,
  fact,
  textCell,
  timeCell,
} from '../../pages/console-views.js';
import type { FormView } from '../../pages/form-view.js';
import { SCOPE_NAMES } from '../../protocol/scope.js';

export type InitialAccessToken = components['schemas']['InitialAccessTokenResource'];
type NewToken = components['schemas']['NewInitialAccessTokenResource'];

export const INITIAL_TOKENS = '/admin/initial-access-tokens';
export const BACK = { label: 'Registration tokens', url: INITIAL_TOKENS };

export const COLUMNS = ['For', 'Used', 'PKCE', 'Scopes', 'Owner', 'Ends', actsColumn()] as const;

const DAY = 24 * 60 * 60;
const LIFETIMES = [1, 7, 30, 90, 365].map((days) => ({
  value: String(days * DAY),
  label: days === 1 ? 'A day' : days === 365 ? 'A year' : `${days} days`,
}));

export const INITIAL_VALUES = { max_uses: '1', expires_in: String(30 * DAY) } as const;

export function cellsOf(token: InitialAccessToken): CellView[] {
  const isUsedUp = token.used_count >= token.max_uses;
  return [
    { text: token.label },
    isUsedUp
      ? { badge: 'Used up', detail: `${token.used_count} of ${token.max_uses}` }
      : { text: `${token.used_count} of ${token.max_uses}` },
    token.pkce_required ? { text: 'Required' } : { badge: 'Optional', tone: 'caution' },
    textCell(token.allowed_scopes?.join(', ') ?? 'All'),
    textCell(token.owner),
    timeCell(token.expires_at),
    { text: 'Revoke', url: `${INITIAL_TOKENS}/${token.id}/revoke` },
  ];
}

/** Scopes as the form offers them. */
interface ScopeTicks {
  /** Those that administrators defined and that apps that register themselves can have. */
  readonly defined: readonly string[];
  readonly ticked?: readonly string[];
}

/** @param key of this form: sent twice, it makes one token */
export function newView(form: FormView, key: string, ticks: ScopeTicks): ConsoleFormView {
  return {
    title: 'New registration token',
    lead: 'With it apps register themselves (RFC 7591), without anybody filling in a form.',
    back: BACK,
    consequences: [],
    actionUrl: `${INITIAL_TOKENS}/new`,
    groups: [
      {
        fields: [
          { name: 'label', label: 'What it is for', kind: 'text', isRequired: true, autocomplete: 'off' },
          { name: 'max_uses', label: 'How many apps may register with it', kind: 'number', isRequired: true },
          { name: 'expires_in', label: 'How long it lives', kind: 'select', choices: LIFETIMES },
        ],
      },
      {
        legend: 'What its apps may be',
        fields: [
          scopeField(ticks),
          {
            name: 'owner',
            label: 'Owner',
            kind: 'text',
            hint: 'Employee number of the user whose apps they become; nobody when empty',
            isOptional: true,
            autocomplete: 'off',
          },
          {
            name: 'without_pkce',
            label: 'Apps with a secret may go without PKCE',
            kind: 'check',
            hint: 'Only for software that cannot do it',
            isTicked: form.values['without_pkce'] === 'on',
          },
        ],
      },
    ],
    hidden: [{ name: 'form_id', value: key }],
    form,
    submit: 'Make the token',
  };
}

function scopeField({ defined, ticked = [] }: ScopeTicks): ConsoleFieldView {
  return {
    name: 'allowed_scopes',
    label: 'What they may ask for',
    kind: 'ticks',
    hint: 'Everything that is built in when none is ticked',
    choices: [...SCOPE_NAMES, ...defined].map((value) => ({
      value,
      label: value,
      isTicked: ticked.includes(value),
    })),
  };
}

export function secretView(token: NewToken): ConsoleSecretView {
  return {
    title: 'Copy the token now',
    lead: 'It is not shown again. Whoever has it can register apps.',
    facts: [
      fact('For', { text: token.label }),
      fact('Apps', { text: String(token.max_uses) }),
      fact('Ends', timeCell(token.expires_at)),
    ],
    secret: { id: 'initial-access-token', label: 'Registration token', value: token.initial_access_token },
    next: { label: 'I have copied it', url: INITIAL_TOKENS },
  };
}
