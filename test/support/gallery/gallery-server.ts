import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { AddressInfo } from 'node:net';
import { contentSecurityPolicy } from '../../../src/http/content-security-policy.js';
import { renderPage } from '../../../src/pages/render-page.js';
import { inLocale } from '../../../src/pages/texts.js';
import type { Sample } from './sample.js';

const PUBLIC = join(import.meta.dirname, '../../../src/public');
const PICO = join(import.meta.dirname, '../../../node_modules/@picocss/pico/css');
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const PICTURES: Readonly<Record<string, string>> = {
  '/samples/logo.svg': picture('#e4572e', '<circle cx="32" cy="32" r="16" fill="#fff"/>'),
  '/samples/ada.svg': picture(
    '#6d8fb3',
    '<circle cx="32" cy="25" r="12" fill="#fff"/><path d="M8 64a24 24 0 0 1 48 0z" fill="#fff"/>',
  ),
};

/**
 * Serves the samples at /<name> under the real content security policy, with the real files under /assets/.
 * @param mails HTML by name: it comes with styles of its own, as mail readers take it
 */
export async function serveGallery(
  samples: readonly Sample[],
  mails: ReadonlyMap<string, string> = new Map(),
): Promise<{ server: Server; origin: string }> {
  const pages = new Map(
    samples.map(({ name, page, view, frame, locale }) => [
      `/${name}`,
      () => inLocale(locale, () => renderPage(page, view, frame)),
    ]),
  );
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('content-security-policy', contentSecurityPolicy());
    const mail = mails.get(pathname.slice(1));
    if (mail !== undefined) {
      response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
      return send(response, 'text/html; charset=utf-8', mail);
    }
    const page = pages.get(pathname);
    const sample = PICTURES[pathname];
    // This script takes the page away at once, and it is to be photographed.
    if (pathname === '/assets/form-post.js') send(response, 'text/javascript', '');
    else if (page !== undefined) send(response, 'text/html; charset=utf-8', page());
    else if (sample !== undefined) send(response, 'image/svg+xml', sample);
    else sendAsset(response, pathname);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function sendAsset(response: ServerResponse, pathname: string): void {
  const path = normalize(pathname).replace(/^\/assets\//, '');
  const file = path.startsWith('pico/') ? join(PICO, path.slice('pico/'.length)) : join(PUBLIC, path);
  try {
    send(response, TYPES[extname(file)] ?? 'application/octet-stream', readFileSync(file));
  } catch {
    response.statusCode = 404;
    response.end();
  }
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  // Every page asks for the same styles, scripts and fonts.
  if (type !== 'text/html; charset=utf-8') response.setHeader('cache-control', 'max-age=600');
  response.setHeader('content-type', type);
  response.end(body);
}

function picture(ground: string, shapes: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${ground}"/>${shapes}</svg>`;
}
