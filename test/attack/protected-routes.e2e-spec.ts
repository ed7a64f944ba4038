import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { TestBrowser } from '../support/browser.js';
import { type Route, routesOf } from '../support/routes.js';

/** Every way to write a path that some router or proxy takes for the same one. */
const FORMS: Record<string, (path: string) => string> = {
  'as it is': (path) => path,
  'with a slash at the end': (path) => `${path}/`,
  'with an encoded letter': (path) => path.replace(/[a-z]/, (c) => `%${c.charCodeAt(0).toString(16)}`),
  'in capitals': (path) => path.toUpperCase(),
  'with two slashes': (path) => path.replace('/', '/x/..//'),
  'with a slash doubled inside': (path) => path.replace(/(.)\//, '$1//'),
  'with an encoded slash': (path) => path.replace(/(.)\//, '$1%2f'),
  'with dots': (path) => `/.${path}`,
  'with a matrix parameter': (path) => `${path};a=b`,
  'with a query': (path) => `${path}?a=b`,
  'with an encoded question mark': (path) => `${path}%3fa`,
  'with a null byte': (path) => `${path}%00`,
};

describe('routes that need a login (attack A45)', () => {
  let served: TestApp;
  let routes: Route[];
  beforeAll(async () => {
    served = await startApp();
    routes = routesOf(served).filter(({ isPublic }) => !isPublic);
  });
  afterAll(() => served.close());

  it('are all of the pages of users and app owners', () => {
    const paths = routes.map(({ method, path }) => `${method} ${path}`);
    expect(paths).toEqual(
      expect.arrayContaining([
        'GET /account',
        'POST /account',
        'POST /account/password',
        'GET /account/apps',
        'GET /apps',
      ]),
    );
  });

  it.each(Object.keys(FORMS))('are closed to strangers, written %s', async (name) => {
    const browser = new TestBrowser(served);
    const form = FORMS[name] ?? String;
    const open: string[] = [];
    for (const { method, path } of routes) {
      const url = form(path);
      const { status, location = '' } = method === 'GET' ? await browser.get(url) : await browser.post(url, {});
      const isClosed = (status === 303 && location.startsWith('/login?')) || [400, 401, 403, 404].includes(status);
      if (!isClosed) open.push(`${method} ${url} answered ${status}`);
    }
    expect(open).toEqual([]);
  });

  it.each(['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'] as const)('are closed to strangers by %s', async (method) => {
    const open: string[] = [];
    for (const { path } of routes) {
      const { statusCode } = await served.app.inject({
        method,
        url: path,
        headers: { host: new URL(served.issuer).host },
      });
      if (![303, 400, 403, 404, 405].includes(statusCode)) open.push(`${path} answered ${statusCode}`);
    }
    expect(open).toEqual([]);
  });

  it.each([
    { 'x-forwarded-user': 'root' },
    { 'x-original-url': '/login', 'x-rewrite-url': '/login' },
    { 'x-http-method-override': 'GET' },
    { 'x-middleware-subrequest': 'middleware' },
    { authorization: 'Basic cm9vdDpyb290' },
  ])('are not opened by the header %o', async (headers) => {
    const browser = new TestBrowser(served);
    for (const { path } of routes.filter(({ method }) => method === 'GET')) {
      expect((await browser.get(path, headers as Record<string, string>)).status).toBe(303);
    }
  });
});
