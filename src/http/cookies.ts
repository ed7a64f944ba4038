import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Settings } from '../config/settings.js';

/** The cookies that Doorward sets. All but `state` are HttpOnly and SameSite=Lax; all are host-only. */
export type CookieName = 'session' | 'browser' | 'device' | 'notice' | 'state';

interface NewCookie {
  readonly name: CookieName;
  readonly value: string;
  /** Seconds; without it the cookie ends with the browser. */
  readonly maxAge?: number;
  /** Read by a script of ours in a frame of another site: nothing secret, and browsers may keep it back all the same. */
  readonly isForFrames?: boolean;
}

/**
 * The cookie's full name. `__Host-` makes browsers refuse a cookie that a sibling domain or plain http tries to
 * plant (RFC 6265bis §4.1.3.2); it needs https, so development on a loopback address goes without.
 */
export function cookieName(settings: Settings, name: CookieName): string {
  return settings.isHttps ? `__Host-doorward_${name}` : `doorward_${name}`;
}

/** The cookie's value, or undefined when the browser sent none. */
export function readCookie(request: FastifyRequest, settings: Settings, name: CookieName): string | undefined {
  const header = request.headers.cookie;
  return header === undefined ? undefined : parseCookie(header)[cookieName(settings, name)];
}

/** Appends a `Set-Cookie`. */
export function setCookie(
  reply: FastifyReply,
  settings: Settings,
  { name, value, maxAge, isForFrames = false }: NewCookie,
): void {
  appendHeader(
    reply,
    stringifySetCookie({
      name: cookieName(settings, name),
      value,
      path: '/',
      httpOnly: !isForFrames,
      secure: settings.isHttps,
      // `None` needs https (RFC 6265bis §4.1.2.7); on a loopback address every port is the same site anyway.
      sameSite: isForFrames && settings.isHttps ? 'none' : 'lax',
      ...(maxAge === undefined ? {} : { maxAge }),
    }),
  );
}

/** Tells the browser to forget the cookie. */
export function clearCookie(reply: FastifyReply, settings: Settings, name: CookieName): void {
  setCookie(reply, settings, { name, value: '', maxAge: 0 });
}

function appendHeader(reply: FastifyReply, cookie: string): void {
  // Fastify joins repeated Set-Cookie headers into a list by itself.
  reply.header('set-cookie', cookie);
}
