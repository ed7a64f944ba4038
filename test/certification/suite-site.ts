import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { freePort } from '../support/free-port.js';

/** A request that the suite's site received. */
export interface Received {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

interface Served {
  readonly type: string;
  readonly content: string | Buffer;
}

/** The suite's own web site: what the server fetches from it, and what it and browsers send to it. */
export class SuiteSite {
  readonly received: Received[] = [];
  private readonly pages = new Map<string, Served>();
  private readonly server: Server;

  private constructor(readonly url: string) {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const at = new URL(request.url ?? '/', this.url);
        const body = Buffer.concat(chunks).toString('utf8');
        this.received.push({ method: request.method ?? '', url: at, headers: request.headers, body });
        const page = this.pages.get(at.pathname);
        response.setHeader('content-type', page?.type ?? 'text/html');
        response.setHeader('cache-control', 'no-store');
        response.end(page?.content ?? '');
      });
    });
  }

  static async start(): Promise<SuiteSite> {
    const port = await freePort();
    const site = new SuiteSite(`http://localhost:${port}`);
    await once(site.server.listen(port, 'localhost'), 'listening');
    return site;
  }

  /** Serves something at a path from now on. @returns its address */
  serve(path: string, type: string, content: string | Buffer): string {
    this.pages.set(path, { type, content });
    return `${this.url}${path}`;
  }

  serveJson(path: string, value: unknown): string {
    return this.serve(path, 'application/json', JSON.stringify(value));
  }

  /** What came to a path so far. */
  at(path: string): Received[] {
    return this.received.filter(({ url }) => url.pathname === path);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
