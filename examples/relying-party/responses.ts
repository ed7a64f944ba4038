import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { Html } from './html.ts';

/** What may be loaded: our own style, and pictures of ours and of the server. No script at all. */
export function setSecurityHeaders(response: ServerResponse, issuer: URL): void {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    `img-src 'self' ${issuer.origin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  response.setHeader('content-security-policy', policy.join('; '));
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('x-content-type-options', 'nosniff');
}

export function sendPage(response: ServerResponse, status: number, page: Html): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(page.text);
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store' }).end();
}

/** Sends a file of `public/`, read once. */
export function sendFile(name: string, type: string): (request: unknown, response: ServerResponse) => void {
  const content = readFileSync(new URL(`./public/${name}`, import.meta.url));
  return (_request, response) => {
    response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600' }).end(content);
  };
}
