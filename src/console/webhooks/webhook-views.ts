import type { components } from '../../../clients/typescript/schema.js';
import { AUDIT_ACTIONS } from '../../audit/audit-actions.js';
import type { ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import { type CellView, type ChoiceView, type ConsoleFieldView, words } from '../../pages/console-views.js';
import type { FormView } from '../../pages/form-view.js';

export type Webhook = components['schemas']['WebhookResource'];
export type WebhookEvent = Webhook['events'][number];

/** The list; a webhook's page is one step below it. */
export const WEBHOOKS = '/admin/webhooks';

const KINDS = [...new Set(AUDIT_ACTIONS.map((action) => action.slice(0, action.indexOf('.'))))];

const REASONS: Readonly<Record<string, string>> = {
  by_hand: 'Somebody disabled it.',
  failing: 'Nothing arrived for three days.',
  gone: 'It answered 410: it wants nothing any more.',
};

/** Whether it works, and what about it if not. */
export function webhookStatusCell({ status, disabled_reason: reason, failing_since: since }: Webhook): CellView {
  if (status === 'disabled') return { badge: 'Disabled', tone: 'bad', detail: REASONS[reason ?? ''] ?? '' };
  return since === null ? { badge: 'Active', tone: 'good' } : { badge: 'Failing', tone: 'caution' };
}

/** What is sent to it, in words. */
export function eventsCell(events: readonly string[]): CellView {
  return events.includes('*') ? { text: 'Everything' } : { text: events.join(', ') };
}

/** What was chosen in the form: kinds are ticked, single events are lines of a text. */
export interface WebhookForm {
  readonly form: FormView;
  readonly events: readonly string[];
}

/** The form of a new webhook, or of one that is there. */
export function webhookFormView(
  { form, events }: WebhookForm,
  rest: Pick<ConsoleFormView, 'title' | 'back' | 'actionUrl' | 'hidden' | 'submit'>,
): ConsoleFormView {
  return {
    ...rest,
    lead: 'An address that is told of what the audit log records, as it happens: a signed POST for each event.',
    consequences: [],
    groups: [
      { fields: FIELDS },
      {
        legend: 'What it is told of',
        fields: [
          {
            name: 'events',
            label: 'Everything about',
            kind: 'ticks',
            choices: [
              choice('*', 'Everything', events),
              ...KINDS.map((kind) => choice(`${kind}.*`, words(kind), events)),
            ],
          },
          {
            name: 'single',
            label: 'Single events',
            kind: 'lines',
            rows: 3,
            hint: 'Names as in the audit log, like user.created, one in each line',
            isOptional: true,
          },
        ],
      },
    ],
    form,
  };
}

const FIELDS: readonly ConsoleFieldView[] = [
  {
    name: 'name',
    label: 'Name',
    kind: 'text',
    hint: 'So that you recognise it',
    isRequired: true,
    autocomplete: 'off',
  },
  {
    name: 'url',
    label: 'Address',
    kind: 'url',
    hint: 'https, on the public Internet. It answers 2xx within five seconds.',
    isRequired: true,
    autocomplete: 'off',
  },
];

function choice(value: string, label: string, ticked: readonly string[]): ChoiceView {
  return { value, label, ...(ticked.includes(value) && { isTicked: true }) };
}

/** Kinds of events as the form's ticks, one in each line. */
export function kindsOf(events: readonly string[]): string {
  return events.filter((event) => event.endsWith('*')).join('\n');
}

/** Single events as the form's lines. */
export function linesOf(events: readonly string[]): string {
  return events.filter((event) => !event.endsWith('*')).join('\n');
}
