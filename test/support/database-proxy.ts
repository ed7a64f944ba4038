import { connect, createServer, type Server, type Socket } from 'node:net';
import type { DatabaseSettings } from '../../src/config/settings.js';

/** A database server that can be taken away and given back, by a proxy in front of it. */
export class DatabaseProxy {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;

  private constructor(private readonly target: URL) {}

  /** @param settings of a database on a server */
  static async before(settings: DatabaseSettings): Promise<DatabaseProxy> {
    if (settings.type === 'better-sqlite3') throw new Error('SQLite has no connection to cut');
    const proxy = new DatabaseProxy(new URL(settings.url));
    await proxy.giveBack();
    return proxy;
  }

  /** The same database, through the proxy. */
  through(settings: DatabaseSettings): DatabaseSettings {
    if (settings.type === 'better-sqlite3') throw new Error('SQLite has no connection to cut');
    const url = new URL(settings.url);
    url.port = String(this.port);
    return { ...settings, url: url.href };
  }

  /** Cuts every connection and refuses new ones. */
  async takeAway(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  async giveBack(): Promise<void> {
    this.server = createServer((near) => this.join(near));
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
    const address = this.server.address();
    if (typeof address === 'object' && address !== null) this.port = address.port;
  }

  private join(near: Socket): void {
    const far = connect(Number(this.target.port || 3306), this.target.hostname);
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    }
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.pipe(far).pipe(near);
  }
}
