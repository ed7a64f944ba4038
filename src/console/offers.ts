import type { AttentionView } from '../pages/console-dashboard/console-dashboard.page.js';
import type { SectionView } from '../pages/console-detail/console-detail.page.js';
import type { ConsoleListView } from '../pages/console-list/console-list.page.js';
import {
  type ActionView,
  type CellView,
  type ColumnView,
  fact,
  type FactView,
  type LinkView,
  type TableView,
} from '../pages/console-views.js';
import type { User } from '../users/user.entity.js';
import { isLook, mayOpen } from './may.js';

/** Everything of a page that leads somewhere, whichever page it is. */
interface Offers {
  readonly actions?: readonly ActionView[];
  readonly attention?: readonly AttentionView[];
  readonly bulk?: ConsoleListView['bulk'] | undefined;
  /** Of a list; of a section it is a sentence. */
  readonly empty?: string | ConsoleListView['empty'];
  readonly facts?: readonly FactView[];
  readonly more?: LinkView | undefined;
  readonly sections?: readonly SectionView[];
  readonly table?: TableView;
  readonly top?: TableView;
}

/** A page with those of its offers that its reader has the rights for; what it tells stays. */
export function offersFor<View extends object>(viewer: Pick<User, 'role'>, view: View): View {
  return narrowed(view, (url) => mayOpen(viewer, url));
}

/** A page that offers nothing to do: of somebody, or of an app, that its reader may not act on. */
export function withoutActs<View extends object>(view: View): View {
  return narrowed(view, isLook);
}

type IsOpen = (url: string) => boolean;

function narrowed<View extends object>(view: View, open: IsOpen): View {
  return { ...view, ...partFor(view, open), ...ofListAndDashboard(view, open) };
}

/** Of a page, or of a section of one. */
function partFor({ actions, facts, more, sections, table }: Offers, open: IsOpen): Offers {
  return {
    ...(actions && { actions: actions.filter(({ url }) => open(url)) }),
    ...(facts && { facts: facts.map(({ label, values }) => fact(label, ...values.map((one) => cellFor(one, open)))) }),
    ...(more && { more: open(more.url) ? more : undefined }),
    ...(sections && { sections: sections.map((section) => narrowed(section, open)) }),
    ...(table && { table: tableFor(table, open) }),
  };
}

function ofListAndDashboard({ attention, bulk, empty, top }: Offers, open: IsOpen): Offers {
  return {
    ...(attention && { attention: attention.map((one) => without(one, 'link', one.link, open)) }),
    ...(bulk && { bulk: open(bulk.url) ? bulk : undefined }),
    ...(typeof empty === 'object' && { empty: without(empty, 'action', empty.action, open) }),
    ...(top && { top: tableFor(top, open) }),
  };
}

/** Columns of acts go when nothing is left in them; a value that led somewhere stays as a value. */
function tableFor(table: TableView, open: IsOpen): TableView {
  const rows = table.rows.map(({ cells }) => cells.map((cell) => cellFor(cell, open)));
  const isLeft = ({ isActs = false }: ColumnView, index: number) =>
    !isActs || rows.some((cells) => cells[index]?.url !== undefined);
  const left = table.columns.map(isLeft);
  return {
    ...table,
    columns: table.columns.filter((_column, index) => left[index]),
    rows: table.rows.map((row, at) => ({ ...row, cells: (rows[at] ?? []).filter((_cell, index) => left[index]) })),
  };
}

function cellFor<Cell extends CellView>(cell: Cell, open: IsOpen): Cell {
  const { url, ...value } = cell;
  return url === undefined || open(url) ? cell : (value as Cell);
}

function without<Thing extends object>(
  thing: Thing,
  name: keyof Thing,
  link: LinkView | undefined,
  open: IsOpen,
): Thing {
  if (link === undefined || open(link.url)) return thing;
  return { ...thing, [name]: undefined };
}
