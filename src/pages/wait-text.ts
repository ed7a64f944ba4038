import { text } from './texts.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * A sentence about how long to wait, never too short: `<key>.seconds`, `<key>.minutes` or `<key>.hours` of the
 * locale, by count.
 */
export function waitText(key: string, seconds: number): string {
  if (seconds < MINUTE) return text(`${key}.seconds`, { count: Math.max(1, Math.ceil(seconds)) });
  if (seconds < HOUR) return text(`${key}.minutes`, { count: Math.ceil(seconds / MINUTE) });
  return text(`${key}.hours`, { count: Math.ceil(seconds / HOUR) });
}
