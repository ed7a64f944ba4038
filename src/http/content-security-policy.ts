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

/** The policy of every answer: nothing inline, nothing from elsewhere, in no frame (attacks A21, A43). */
export function contentSecurityPolicy(formTargets: readonly string[] = []): string {
  return Object.entries({ ...DIRECTIVES, 'form-action': ["'self'", ...formTargets] })
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/**
 * Lets this page's forms end at an app: browsers apply `form-action` to the whole redirect chain after a POST, so
 * the redirect back to the app would be blocked otherwise.
 * @param source an origin, or `scheme:` of a native app's redirect URI (`redirectOrigin` in src/protocol/redirect-uri.ts)
 */
export function allowFormRedirect(reply: FastifyReply, source: string): void {
  reply.header('content-security-policy', contentSecurityPolicy([source]));
}
