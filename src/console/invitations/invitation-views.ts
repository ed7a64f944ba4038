import type { components } from '../../../clients/typescript/schema.js';
import type { ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import {
  actsColumn,
  type CellView,
  choicesOf,
  type ConsoleFieldView,
  timeCell,
  type Tone,
  words,
} from '../../pages/console-views.js';
import type { FormView } from '../../pages/form-view.js';
import type { User } from '../../users/user.entity.js';
import { isOwner } from '../may.js';
import { ROLE_FIELD, roleCell, USERS } from '../users/user-views.js';

export type Invitation = components['schemas']['InvitationResource'];

export const INVITATIONS = '/admin/invitations';
const ROLE: ConsoleFieldView = { ...ROLE_FIELD, none: 'User', hint: 'What they may do in this console' };
export const BACK = { label: 'Invitations', url: INVITATIONS };

export const FILTERS: readonly ConsoleFieldView[] = [
  { name: 'search', label: 'Search', kind: 'search', hint: 'The beginning of an e-mail address' },
  {
    name: 'state',
    label: 'State',
    kind: 'select',
    choices: choicesOf(['pending', 'accepted', 'expired', 'withdrawn']),
    none: 'Any',
  },
];

export const COLUMNS = [
  'E-mail address',
  'Becomes',
  'State',
  'Mailed',
  actsColumn('What to do'),
  actsColumn('Take it back'),
] as const;
const TONES: Readonly<Record<string, Tone>> = { pending: 'caution', accepted: 'good' };

export function invitationCells({
  id,
  email,
  name,
  role,
  state,
  sent_at,
  expires_at,
  user_id,
}: Invitation): CellView[] {
  const tone = TONES[state];
  const isOpen = state === 'pending' || state === 'expired';
  const url = `${INVITATIONS}/${id}`;
  return [
    {
      text: email,
      ...(name !== null && { detail: name }),
      ...(user_id !== null && { url: `${USERS}/${user_id}` }),
    },
    roleCell(role),
    { badge: words(state), ...(tone !== undefined && { tone }) },
    { ...timeCell(sent_at), ...(state === 'pending' && { until: new Date(expires_at) }) },
    isOpen ? { text: 'Mail it again', url: `${url}/resend` } : { text: '—' },
    isOpen ? { text: 'Withdraw', url: `${url}/withdraw` } : { text: '—' },
  ];
}

/** @param key of this form: sent twice, it invites once */
export function formView(form: FormView, key: string, viewer: Pick<User, 'role'>): ConsoleFormView {
  return {
    title: 'Invite somebody',
    lead: 'They get a link by mail with which they choose a user name and a password. It works once, for seven days.',
    back: BACK,
    consequences: [],
    actionUrl: `${INVITATIONS}/new`,
    groups: [
      {
        fields: [
          { name: 'email', label: 'E-mail address', kind: 'email', isRequired: true, autocomplete: 'off' },
          { name: 'name', label: 'Full name', kind: 'text', isOptional: true, autocomplete: 'off' },
          { name: 'locale', label: 'Language', kind: 'text', hint: 'Of the mail, like de-AT', isOptional: true },
          ...(isOwner(viewer) ? [ROLE] : []),
        ],
      },
    ],
    hidden: [{ name: 'form_id', value: key }],
    form,
    submit: 'Send the invitation',
  };
}
