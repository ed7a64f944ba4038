import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { DemoFailure } from './failure.ts';

const START_TIMEOUT_MS = 60_000;

/** The programs of the demo. When one ends, or the demo does, all end. */
export class Children {
  readonly #running = new Set<ChildProcess>();
  #isStopping = false;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.#stopByHand());
    process.once('exit', () => this.stop());
  }

  /**
   * Starts a program and waits until it says that it is ready.
   * @throws DemoFailure when it ends before, or takes too long
   */
  async start(name: string, args: string[], env: NodeJS.ProcessEnv, readyText: string): Promise<void> {
    if (this.#isStopping) throw new DemoFailure('The demo was stopped.');
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#running.add(child);
    await new Promise<void>((resolve, reject) => {
      let unread: string | undefined = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        process.stdout.write(text);
        if (unread !== undefined) unread += text;
        if (!unread?.includes(readyText)) return;
        unread = undefined;
        resolve();
      });
      child.once('error', reject);
      child.once('exit', () => {
        this.#ended(child, unread === undefined ? `${name} ended, and so does the demo.` : undefined);
        reject(new DemoFailure(`${name} did not start: it says why above.`));
      });
      setTimeout(() => reject(new DemoFailure(`${name} takes too long to start.`)), START_TIMEOUT_MS).unref();
    });
  }

  /** Whether somebody pressed Ctrl-C. */
  get isStopping(): boolean {
    return this.#isStopping;
  }

  stop(): void {
    const children = [...this.#running];
    this.#running.clear();
    for (const child of children) child.kill('SIGTERM');
  }

  #stopByHand(): void {
    this.#isStopping = true;
    this.stop();
  }

  #ended(child: ChildProcess, notice: string | undefined): void {
    // Not in the list any more: it was told to stop.
    if (!this.#running.delete(child)) return;
    if (notice !== undefined) console.error(notice);
    process.exitCode = 1;
    this.stop();
  }
}

/**
 * Whether a program listens on this port of this machine. Both addresses that browsers try for `localhost` are asked,
 * or another program on the one that we do not use would get the visitors.
 */
export async function isTaken(port: number): Promise<boolean> {
  const found = await Promise.all(['127.0.0.1', '::1'].map((host) => accepts(host, port)));
  return found.includes(true);
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
