import type { ConsoleDetailView } from '../../pages/console-detail/console-detail.page.js';
import type { ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import {
  type CellView,
  type ConsoleFieldView,
  fact,
  tableOf,
  timeCell,
  type Tone,
  words,
} from '../../pages/console-views.js';
import type { FormView } from '../../pages/form-view.js';
import { requestCell } from '../audit/event-table.js';
import { bulkAct, type BulkDetail, bulkKind, type BulkOperation, type BulkOrder, bulkTitle } from './bulk-kinds.js';

/** What has to be typed before something is done for good. */
export const WORD = 'delete';

const TONES: Readonly<Record<string, Tone>> = { done: 'good', stopped: 'bad', cancelled: 'caution', failed: 'bad' };

/** By `stop_reason`. */
const WARNINGS: Readonly<Record<string, string>> = {
  caller_lost_rights: 'It stopped: whoever began it may not do this any more.',
  never_started: 'The server was stopped while it took this order. Nothing was done: begin it again.',
};

/** Where the acts on many of a kind are. */
export function bulkUrl(kind: string): string {
  return `/admin/bulk/${kind}`;
}

/** The address of the question; it holds the whole order, so that a login in between comes back to it. */
export function orderUrl(kind: string, { action, ids }: BulkOrder): string {
  const query = new URLSearchParams([['action', action], ...ids.map((id) => ['ids', id])]);
  return `${bulkUrl(kind)}/new?${query.toString()}`;
}

export function bulkQuestion(name: string, order: BulkOrder, form: FormView, key: string): ConsoleFormView {
  const kind = bulkKind(name);
  const { label, consequences, isDanger, needsReason, isForGood } = bulkAct(kind, order.action);
  const reason: ConsoleFieldView = {
    name: 'reason',
    label: 'Why',
    kind: 'text',
    hint: 'The owners of the apps read it',
    isRequired: true,
  };
  const word: ConsoleFieldView = {
    name: 'confirmation',
    label: `Type ${WORD} to be sure`,
    kind: 'text',
    isRequired: true,
    autocomplete: 'off',
  };
  const fields = [...(needsReason === true ? [reason] : []), ...(isForGood === true ? [word] : [])];
  return {
    title: `${bulkTitle(kind, order.action, order.ids.length)}?`,
    back: kind.list,
    consequences: [
      ...consequences,
      'Each is judged when its turn comes: those that you may not act on are left as they are, and named.',
    ],
    actionUrl: orderUrl(name, order),
    groups: fields.length === 0 ? [] : [{ fields }],
    hidden: [{ name: 'form_id', value: key }],
    form,
    submit: label,
    ...(isDanger === true && { isDanger }),
  };
}

/** Whether another look at it may show something else. */
export function isUnderWay({ state }: Pick<BulkOperation, 'state'>): boolean {
  return state === 'preparing' || state === 'running';
}

export function bulkCells(name: string, operation: BulkOperation): CellView[] {
  const { id, action, state, total, done, failed, created_at } = operation;
  return [
    { text: words(action), url: `${bulkUrl(name)}/${id}` },
    stateCell(state),
    { text: `${done} of ${total}`, ...(failed > 0 && { detail: `${failed} failed` }) },
    timeCell(created_at),
  ];
}

export function bulkProgress(name: string, operation: BulkDetail): ConsoleDetailView {
  const kind = bulkKind(name);
  const { id, action, state, stop_reason: reason, total, done, failed, errors, created_at, finished_at } = operation;
  const url = `${bulkUrl(name)}/${id}`;
  return {
    title: bulkTitle(kind, action, total),
    back: { label: `Bulk actions on ${kind.many}`, url: bulkUrl(name) },
    badges: [stateCell(state)],
    ...(reason !== null && { warning: WARNINGS[reason] ?? 'It stopped before its end.' }),
    progress: { label: isUnderWay(operation) ? 'Under way' : 'How far it came', done: done + failed, total },
    actions: isUnderWay(operation) ? [{ label: 'Stop', url: `${url}/cancel`, isPost: true }] : [kind.list],
    facts: [
      fact('Done', { text: String(done) }),
      fact('Failed', { text: String(failed) }),
      fact('Begun', timeCell(created_at)),
      fact('Ended', timeCell(finished_at)),
      fact('In the audit log', requestCell(id, 'The request of each act')),
    ],
    sections: [
      {
        title: 'What failed',
        table: tableOf(
          'What failed',
          ['Which', 'Why'],
          errors.map(({ id: target, title }) => [{ code: target, url: kind.pageOf(target) }, { text: title }]),
        ),
        empty: 'Nothing has failed.',
      },
    ],
  };
}

function stateCell(state: string): CellView {
  const tone = TONES[state];
  return { badge: words(state), ...(tone !== undefined && { tone }) };
}
