import type { FastifyReply } from 'fastify';

const DIRECTIVES: Record<string, readonly string[]> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/**
 * The policy of every answer: nothing inline, nothing from elsewhere, in no frame (attacks A21, A43).
 * @param changes directives that differ on one page
 */
export function contentSecurityPolicy(
  formTargets: readonly string[] = [],
  changes: Readonly<Record<string, readonly string[]>> = {},
): string {
  return policyOf({ 'form-action': ["'self'", ...formTargets], ...changes });
}

function policyOf(changes: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries({ ...DIRECTIVES, ...changes })
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/**
 * Lets this page's forms end at an app. Chromium applies `form-action` to every redirect after a POST, also to those
 * that the app makes itself at its callback, and stops the sign-in without a word. An app's callback often goes on to
 * another of its hosts, so what is allowed is a scheme: https, and that of the redirect URI. See docs/adr.
 */
export function allowFormRedirect(reply: FastifyReply, redirectUri: string): void {
  reply.header('content-security-policy', contentSecurityPolicy(appSchemes(redirectUri)));
}

/**
 * The same for a page whose only form goes to the app at once: nothing may be sent to this server. The app's origin
 * alone would be too little for the same reason, also when the form is sent by a script.
 */
export function allowFormsToAppOnly(reply: FastifyReply, redirectUri: string): void {
  reply.header('content-security-policy', policyOf({ 'form-action': appSchemes(redirectUri) }));
}

function appSchemes(redirectUri: string): string[] {
  return [...new Set(['https:', new URL(redirectUri).protocol])];
}

/** Lets this page show frames of exactly these addresses' origins (OpenID Connect Front-Channel Logout §2). */
export function allowFrames(reply: FastifyReply, uris: readonly string[]): void {
  if (uris.length === 0) return;
  const origins = new Set(uris.map((uri) => new URL(uri).origin));
  reply.header('content-security-policy', contentSecurityPolicy([], { 'frame-src': [...origins] }));
}

/** Lets pages of any site show this one in a frame (OpenID Connect Session Management §3.2). */
export function allowFraming(reply: FastifyReply): void {
  reply.header('content-security-policy', contentSecurityPolicy([], { 'frame-ancestors': ['*'] }));
  // Nest puts it on the raw answer.
  reply.raw.removeHeader('x-frame-options');
}
