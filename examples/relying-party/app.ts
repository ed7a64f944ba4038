import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { faultOf } from './faults.ts';
import { Handlers } from './handlers.ts';
import { faultPage } from './pages.ts';
import { sendFile, sendPage, setSecurityHeaders } from './responses.ts';
import type { Settings } from './settings.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
type Routes = Readonly<Record<string, Handler>>;

/** The whole app as a listener for `createServer`. */
export function createApp(settings: Settings): RequestListener {
  const handlers = new Handlers(settings);
  const routes: Routes = {
    'GET /': (request, response) => handlers.home(request, response),
    'GET /authLogin': (request, response) => handlers.authLogin(request, response),
    'GET /callback': (request, response) => handlers.callback(request, response),
    'POST /refresh': (request, response) => handlers.refresh(request, response),
    'POST /logout': (request, response) => handlers.logout(request, response),
    'GET /goodbye': (request, response) => handlers.goodbye(request, response),
    'GET /style.css': sendFile('style.css', 'text/css; charset=utf-8'),
    'GET /icon.svg': sendFile('icon.svg', 'image/svg+xml'),
  };
  return (request, response) => {
    setSecurityHeaders(response, settings.issuer);
    void respond(routes, request, response);
  };
}

async function respond(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const [path] = (request.url ?? '/').split('?', 1);
    const key = `${request.method} ${path}`;
    const handler = Object.hasOwn(routes, key) ? routes[key] : undefined;
    if (handler === undefined) return sendPage(response, 404, faultPage('Not found', 'There is no page here.'));
    if (request.method === 'POST' && !isOwnForm(request)) {
      return sendPage(response, 403, faultPage('Not from here', 'That button was pressed on another site.'));
    }
    await handler(request, response);
  } catch (error) {
    const { status, title, sentence } = faultOf(error);
    // Neither the address nor the cause: they may hold a code or a token.
    if (status >= 500) console.error(error instanceof Error ? `${error.name}: ${error.message}` : error);
    sendPage(response, status, faultPage(title, sentence));
  }
}

/** Browsers say where a request comes from; another site's form must not log anybody out. */
function isOwnForm(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin';
}
