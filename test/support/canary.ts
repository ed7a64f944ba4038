import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A small server of somebody else's: an app's key set, or an internal service that must never be asked. */
export interface Canary {
  readonly port: number;
  /** Requests so far, as `GET /path`. */
  readonly hits: readonly string[];
  close(): Promise<void>;
}

export interface CanaryOptions {
  readonly address?: string;
  readonly port?: number;
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** Listens on this machine; answers 200 and `{}` unless told otherwise. */
export async function startCanary(
  answer: RequestListener = (_request, response) => response.end('{}'),
  { address = '127.0.0.1', port = 0, tls }: CanaryOptions = {},
): Promise<Canary> {
  const hits: string[] = [];
  const listener: RequestListener = (request, response) => {
    hits.push(`${request.method} ${request.url}`);
    answer(request, response);
  };
  const server: Server = tls === undefined ? createServer(listener) : createTlsServer({ ...tls }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, address, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    hits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
