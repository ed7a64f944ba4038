import type { FigureView } from '../../pages/console-dashboard/console-dashboard.page.js';
import type { Series } from './dashboard-charts.js';
import { RANGES, type RangeName } from './dashboard-range.js';

const NUMBERS = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const PERCENT = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });

/** A number, and the same of as long before; null where there was nothing to measure. */
interface Compared {
  readonly now: number | null;
  readonly before: number | null;
}

/** The numbers of a series, those of some lines, or all of them, added up. */
export function sumOf({ lines }: Series, isWanted: (key: string) => boolean = () => true): Compared {
  const wanted = lines.filter(({ key }) => isWanted(key));
  return {
    now: wanted.reduce((sum, { total }) => sum + (total ?? 0), 0),
    before: wanted.reduce((sum, { previous_total }) => sum + (previous_total ?? 0), 0),
  };
}

/** One line of a series, by its key. */
export function lineOf({ lines }: Series, key: string): Compared {
  const found = lines.find((line) => line.key === key);
  return { now: found?.total ?? null, before: found?.previous_total ?? null };
}

/** A number with its name, its unit, and how it compares. */
export function figureOf(label: string, { now, before }: Compared, range: RangeName, unit = ''): FigureView {
  const shown = now === null ? '—' : `${NUMBERS.format(now)}${unit}`;
  return { label, value: shown, change: changeOf({ now, before }, range, unit) };
}

/** Neither good nor bad: whether more of something is better is for the reader to say. */
function changeOf({ now, before }: Compared, range: RangeName, unit: string): string {
  const earlier = RANGES[range].before;
  if (now === null || before === null) return `Nothing to compare with in ${earlier}`;
  if (before === 0) return `None in ${earlier}`;
  if (now === before) return `The same as in ${earlier}`;
  const share = Math.abs(now - before) / before;
  if (share < 0.005) return `About the same as in ${earlier}`;
  return `${now > before ? '▲' : '▼'} ${PERCENT.format(share)}, from ${NUMBERS.format(before)}${unit} in ${earlier}`;
}
