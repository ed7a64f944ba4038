import { DIMENSIONS, type Look } from '../../charts/chart.js';
import type {
  ChartView,
  ConsoleDashboardView,
  FigureView,
  PictureView,
} from '../../pages/console-dashboard/console-dashboard.page.js';
import { type CellView, tableOf, type TableView } from '../../pages/console-views.js';
import { urlOf } from '../apps/app-views.js';
import { type Asked, CHART_NAMES, type ChartName, CHARTS, chartOf, isEmpty, type Series } from './dashboard-charts.js';
import { RANGE_NAMES, type RangeName, RANGES } from './dashboard-range.js';
import { figureOf, lineOf, sumOf } from './figures.js';
import type { Numbers, TopClient } from './numbers.js';

/** The address of the dashboard. */
export const DASHBOARD = '/admin';
const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** All of the dashboard but what needs attention. */
export function dashboardView(numbers: Numbers, { range, timeZone }: Asked): Omit<ConsoleDashboardView, 'attention'> {
  const { charts, topClients } = numbers;
  const columns = ['App', 'Tokens', 'Before'];
  return {
    ranges: RANGE_NAMES.map((name) => ({
      label: RANGES[name].label,
      url: `${DASHBOARD}?range=${name}`,
      isCurrent: name === range,
    })),
    timeZone,
    figures: figuresOf(numbers, range),
    charts: CHART_NAMES.map((name) => chartView(name, charts[name], range)),
    top: tableOf('The apps with the most tokens', columns, topClients.map(topCells)),
    before: RANGES[range].before,
  };
}

function figuresOf({ charts, newUsers, newClients }: Numbers, range: RangeName): FigureView[] {
  const signIns = charts['sign-ins'];
  const failed = sumOf(signIns, (key) => key !== 'succeeded');
  return [
    figureOf('Active people', sumOf(charts['active-users']), range),
    figureOf(
      'Sign-ins',
      sumOf(signIns, (key) => key === 'succeeded'),
      range,
    ),
    figureOf('Failed sign-ins', failed, range),
    figureOf('Tokens', sumOf(charts.tokens), range),
    figureOf('Refused token requests', sumOf(charts['token-failures']), range),
    figureOf('Token endpoint, p95', lineOf(charts.latency, 'p95'), range, ' ms'),
    figureOf('New users', sumOf(newUsers), range),
    figureOf('New apps', sumOf(newClients), range),
  ];
}

function chartView(name: ChartName, series: Series, range: RangeName): ChartView {
  const { title, lead, empty } = CHARTS[name];
  const common = { id: name, title, lead: `${lead}, by ${series.interval}`, empty };
  if (isEmpty(series)) return common;
  return { ...common, picture: pictureOf(name, range), table: tableOfChart(name, series) };
}

function pictureOf(name: ChartName, range: RangeName): PictureView {
  const [{ width, height }, narrow] = [DIMENSIONS.wide, DIMENSIONS.narrow];
  const url = ({ scheme, size }: Look) =>
    `${DASHBOARD}/charts/${name}.svg?range=${range}&scheme=${scheme}&size=${size}`;
  return {
    url: url({ scheme: 'light', size: 'wide' }),
    darkUrl: url({ scheme: 'dark', size: 'wide' }),
    narrowUrl: url({ scheme: 'light', size: 'narrow' }),
    narrowDarkUrl: url({ scheme: 'dark', size: 'narrow' }),
    width,
    height,
    narrowWidth: narrow.width,
    narrowHeight: narrow.height,
    alt: `${CHARTS[name].title} over time. The same numbers stand in the table below.`,
  };
}

/** The same numbers, the newest first, for whoever does not see the chart or wants to know exactly. */
function tableOfChart(name: ChartName, series: Series): TableView {
  const { title, unit, labels, series: lines } = chartOf(name, series);
  const first = series.interval === 'day' ? 'Day' : 'Hour';
  const columns = [first, ...lines.map((line) => (unit === '' ? line.name : `${line.name}, ${unit}`))];
  const cellsOf = (index: number) => lines.map(({ values }) => numberCell(values[index] ?? null));
  const rows = labels.map((label, index) => [{ text: label } as CellView].concat(cellsOf(index)));
  return tableOf(title, columns, rows.toReversed());
}

function numberCell(value: number | null): CellView {
  return { text: value === null ? '—' : NUMBER.format(value) };
}

function topCells({ client_id, client_name, total, previous_total }: TopClient): CellView[] {
  const app =
    client_name === null ? { code: client_id, detail: 'Deleted' } : { text: client_name, url: urlOf({ client_id }) };
  return [app, numberCell(total), numberCell(previous_total)];
}
