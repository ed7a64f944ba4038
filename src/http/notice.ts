import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.js';
import { hasText } from '../pages/texts.js';
import { clearCookie, readCookie, setCookie } from './cookies.js';

/** Seconds; the next page is a redirect away. */
const MAX_AGE = 60;

/** Leaves a line for the page that the browser is sent to next: a key under `notice.` in src/pages/locales. */
export function leaveNotice(reply: FastifyReply, settings: Settings, key: string): void {
  setCookie(reply, settings, { name: 'notice', value: key, maxAge: MAX_AGE });
}

/** The line that was left, once, as an option of `sendPage`. A browser can send anything: only known texts count. */
export function takeNotice(request: FastifyRequest, reply: FastifyReply, settings: Settings): { notice?: string } {
  const key = readCookie(request, settings, 'notice');
  if (key === undefined) return {};
  clearCookie(reply, settings, 'notice');
  return /^[a-z_]{1,40}$/.test(key) && hasText(`notice.${key}`) ? { notice: key } : {};
}
