import type { components } from '../../../clients/typescript/schema.js';
import { actsColumn, type CellView, timeCell, type Tone, words } from '../../pages/console-views.js';

type Key = components['schemas']['KeyResource'];

export const KEYS = '/admin/keys';
export const KEY_COLUMNS = ['Key', 'State', 'Over time', 'Published', 'Signs', actsColumn()] as const;

/** As much of a kid as people compare at a glance: its end, which is random. */
export function shortKid(kid: string): string {
  return kid.slice(-8);
}

const TONES: Readonly<Record<string, Tone>> = { active: 'good', revoked: 'bad' };

/** The stretch of time that a page of keys is about, in epoch milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly now: number;
  readonly until: number;
}

/** From the first publication to the last end that is known; what is open goes on beyond now by a tenth of it. */
export function stretchOf(keys: readonly Key[], now: number): Stretch {
  const from = Math.min(now, ...keys.map(({ created_at }) => Date.parse(created_at)));
  const ends = keys.flatMap((key) => [key.published_until, key.signs_from, key.signs_until]);
  const last = Math.max(now, ...ends.map((end) => (end === null ? now : Date.parse(end))));
  return { from, now, until: last + Math.max(1, (last - from) / 10) };
}

/** One key as a row, with its life drawn on the common stretch. */
export function keyCells(key: Key, url: string, stretch: Stretch): CellView[] {
  const { kid, state, created_at, signs_from, signs_until, published_until } = key;
  const tone = TONES[state];
  return [
    { code: `…${shortKid(kid)}` },
    { badge: words(state), ...(tone !== undefined && { tone }) },
    { spans: spansOf(key, stretch) },
    timesCell(created_at, published_until),
    timesCell(signs_from, signs_until),
    state === 'revoked' ? { text: '—' } : { text: 'Revoke', url: `${url}/revoke` },
  ];
}

function timesCell(from: string | null, until: string | null): CellView {
  return { ...timeCell(from), ...(until !== null && { until: new Date(until) }) };
}

/** In hundredths of the stretch: published, and signing within it. */
function spansOf(
  { created_at, signs_from, signs_until, published_until }: Key,
  stretch: Stretch,
): NonNullable<CellView['spans']> {
  const at = (iso: string | null) =>
    iso === null ? 100 : (100 * (Date.parse(iso) - stretch.from)) / (stretch.until - stretch.from);
  const span = (from: string, until: string | null) => ({ x: at(from), width: Math.max(0.5, at(until) - at(from)) });
  return {
    now: (100 * (stretch.now - stretch.from)) / (stretch.until - stretch.from),
    whole: span(created_at, published_until),
    ...(signs_from !== null && { part: span(signs_from, signs_until) }),
  };
}
