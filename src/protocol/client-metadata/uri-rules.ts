import { redirectOrigin } from '../redirect-uri.js';
import { lintRedirectUri, lintWebUri } from '../redirect-uri-lint.js';
import { fault, listOf, type MemberRule, uri } from './member-rule.js';

const MAX_URIS = 20;
/** OpenID Connect Core §6.2: "base64url encoded SHA-256 hash" of what the address serves. */
const HASH = /^[A-Za-z0-9_-]{43}$/;

/** The address of a page or a service: https, or http on this machine while developing. */
export const webUri: MemberRule = uri((value) => lintWebUri(value));

/** Judged like callback URLs: the browser is sent there too (RP-Initiated Logout §3). */
export const postLogoutRedirectUris: MemberRule = listOf(
  uri((value, { kind }) => lintRedirectUri(value, kind)),
  MAX_URIS,
);

/** OpenID Connect Registration §2 `request_uris`: a fragment is a hash of the content, never a place in it. */
export const requestUris: MemberRule = listOf((value, about) => {
  const [address = '', hash] = typeof value === 'string' ? value.split('#', 2) : [];
  const faults = webUri(typeof value === 'string' ? address : value, about);
  if (faults.length > 0 || hash === undefined || HASH.test(hash)) return faults;
  const message = "Write after the '#' the base64url SHA-256 of the request object, or nothing.";
  return [{ message, index: address.length, length: hash.length + 1 }];
}, MAX_URIS);

/**
 * Front-Channel Logout §2: "The domain, port, and scheme of this URL MUST be the same as that of a registered
 * Redirection URI value." Our pages load it in a frame, so it must belong to the app.
 */
export const frontchannelLogoutUri: MemberRule = (value, about) => {
  const faults = webUri(value, about);
  if (faults.length > 0 || typeof value !== 'string') return faults;
  const origins = about.redirectUris.map(redirectOrigin);
  if (origins.includes(redirectOrigin(value))) return [];
  return fault('Use an address with the scheme, host and port of one of the callback URLs.');
};
