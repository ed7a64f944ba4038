import type { AppView } from '../pages/app-view.js';
import type { RegisteredClient } from './registered-client.js';

/**
 * The app as pages show it: its name, its logo, and the host that tells it from one that only looks like it. That is
 * where it is registered to return to, never the website that its owner typed: nobody proved that (attack A23).
 */
export function appViewOf({ clientName, logoUrl, snapshot }: RegisteredClient): AppView {
  const [host] = snapshot.hosts;
  return {
    name: clientName,
    ...(logoUrl === undefined ? {} : { logoUrl }),
    ...(host === undefined ? {} : { host }),
  };
}
