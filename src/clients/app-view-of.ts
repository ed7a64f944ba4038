import type { AppView } from '../pages/app-view.js';
import { redirectHost } from '../protocol/redirect-uri.js';
import type { RegisteredClient } from './registered-client.js';

/** The app as pages show it: its name, its logo, and the host that tells it from one that only looks like it. */
export function appViewOf({ clientName, clientUri, logoUrl, snapshot }: RegisteredClient): AppView {
  const host = clientUri === null ? snapshot.hosts[0] : redirectHost(clientUri);
  return {
    name: clientName,
    ...(logoUrl === undefined ? {} : { logoUrl }),
    ...(host === undefined ? {} : { host }),
  };
}
