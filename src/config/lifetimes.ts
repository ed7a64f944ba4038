import type { Lifetimes, SigningKeySettings } from './settings.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lifetimes in seconds. RFC 9700 §4: codes are short; refresh tokens have an idle and an absolute end. */
export const LIFETIMES: Lifetimes = Object.freeze({
  authorizationCode: MINUTE,
  accessToken: HOUR,
  idToken: HOUR,
  refreshTokenIdle: 30 * DAY,
  refreshTokenAbsolute: 180 * DAY,
  refreshReplayWindow: 10,
  interaction: 15 * MINUTE,
  sessionIdle: 14 * DAY,
  sessionAbsolute: 90 * DAY,
  firstAdminLink: 30 * MINUTE,
  unusedClient: 14 * DAY,
  emailVerificationLink: DAY,
  emailChange: DAY,
  passwordResetLink: 30 * MINUTE,
  invitation: 7 * DAY,
});

/** A change of keys is seen by every process within `cacheAge`, and by every client within `jwksMaxAge` more. */
export function signingKeySettings(lifetimeDays: number): SigningKeySettings {
  return Object.freeze({ lifetime: lifetimeDays * DAY, jwksMaxAge: 5 * MINUTE, cacheAge: 30, upkeepInterval: MINUTE });
}
