import { OAuthError } from './oauth-error.js';

/** How an app would like our pages to be shown (OpenID Connect Core §3.1.2.1 `display`). */
export const DISPLAYS = ['page', 'popup', 'touch', 'wap'] as const;
export type Display = (typeof DISPLAYS)[number];

/** @throws OAuthError `invalid_request` for an unknown value */
export function parseDisplay(text: string | undefined): Display {
  const display = text === undefined ? 'page' : DISPLAYS.find((candidate) => candidate === text);
  if (display === undefined) throw new OAuthError('invalid_request', `display takes ${DISPLAYS.join(', ')}`);
  return display;
}
