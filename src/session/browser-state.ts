import type { FastifyReply } from 'fastify';
import type { Settings } from '../config/settings.js';
import { randomToken } from '../crypto/random-token.js';
import { readCookie, setCookie } from '../http/cookies.js';

/*
 * What changes whenever somebody signs in or out with this browser (OpenID Connect Session Management §3.2, "OP browser
 * state"). Apps see a hash of it; a page of ours inside theirs compares. It is random, and nothing can be done with it.
 */

const STATE = /^[A-Za-z0-9_-]{22}$/;
const BYTES = 16;

/** Gives the browser a new state. */
export function renewBrowserState(reply: FastifyReply, settings: Settings): string {
  const value = randomToken(BYTES);
  setCookie(reply, settings, { name: 'state', value, maxAge: settings.lifetimes.sessionAbsolute, isForFrames: true });
  return value;
}

/** The browser's state, a new one if it has none. */
export function browserState(reply: FastifyReply, settings: Settings): string {
  const value = readCookie(reply.request, settings, 'state');
  return value !== undefined && STATE.test(value) ? value : renewBrowserState(reply, settings);
}
