import { countCodePoints } from './code-points.js';

/**
 * What nothing that other people read may hold: controls, direction marks and overrides, letters drawn as nothing,
 * stacks of accents. The joiners U+200C and U+200D stay: Persian and the scripts of India are spelt with them.
 */
const MISLEADING = /(?![\u200C\u200D])\p{C}|[\p{Zl}\p{Zp}\u2800\u3164\uFFA0]|\u115F|\u1160|\u17B4|\u17B5|\p{M}{4,}/u;
const VISIBLE = /[^\p{Z}\p{M}\u200C\u200D]/u;

export type TextFault = 'text_too_long' | 'text_characters';

/** One line as it is kept: composed (NFC), without space around it and with single spaces within. */
export function tidyLine(typed: string): string {
  return typed.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
}

/** Several lines as they are kept: each tidy, none empty, parted by `\n`. */
export function tidyLines(typed: string): string {
  return typed
    .split(/\r\n|\r|\n/)
    .map(tidyLine)
    .filter((line) => line !== '')
    .join('\n');
}

/** What is wrong with a tidy text, or undefined. Length counts code points, as the databases do. */
export function textFault(text: string, maxLength: number, maxLines = 1): TextFault | undefined {
  const lines = text.split('\n');
  if (countCodePoints(text) > maxLength || lines.length > maxLines) return 'text_too_long';
  return lines.every((line) => VISIBLE.test(line) && !MISLEADING.test(line)) ? undefined : 'text_characters';
}
