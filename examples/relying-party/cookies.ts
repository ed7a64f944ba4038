import type { IncomingMessage, ServerResponse } from 'node:http';

/** One cookie of this browser. */
export function readCookie(request: IncomingMessage, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}

/**
 * Sets a cookie that scripts cannot read and that other sites' requests do not carry, except a plain link or a
 * redirect, which the way back from the server is.
 * @param maxAge seconds; 0 deletes it
 */
export function setCookie(response: ServerResponse, name: string, value: string, options: CookieOptions): void {
  const attributes = [`${name}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${options.maxAge}`];
  response.appendHeader('set-cookie', [...attributes, ...(options.isHttps ? ['Secure'] : [])].join('; '));
}

export interface CookieOptions {
  readonly maxAge: number;
  readonly isHttps: boolean;
}
