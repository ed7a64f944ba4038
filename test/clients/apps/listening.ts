import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { freePort } from '../../support/free-port.js';

/** A relying party that a test runs: where it is, and how to end it. */
export interface RunningApp {
  readonly url: string;
  close(): void;
}

/** Starts an app of a library on a free port of the loopback address; its own address is known before it is made. */
export async function listening(
  make: (url: string) => RequestListener | Promise<RequestListener>,
): Promise<RunningApp> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = createServer(await make(url));
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return { url, close: () => server.close() };
}

/** What every test app is told: the issuer and its registration, nothing else. */
export interface Registered {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}
