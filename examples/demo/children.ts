import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { DemoFailure } from './failure.ts';

const START_TIMEOUT_MS = 60_000;

/** The programs of the demo. When one ends, or the demo does, all end. */
export class Children {
  readonly #running = new Set<ChildProcess>();

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => this.stop());
    process.once('exit', () => this.stop());
  }

  /**
   * Starts a program and waits until it answers over HTTP.
   * @throws DemoFailure when it ends before, or does not answer in time
   */
  async start(name: string, args: string[], env: NodeJS.ProcessEnv, address: string): Promise<void> {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
    this.#running.add(child);
    child.once('exit', () => this.#ended(child));
    for (const end = Date.now() + START_TIMEOUT_MS; !(await answers(address)); await delay(100)) {
      if (child.exitCode !== null) throw new DemoFailure(`${name} did not start: it says why above.`);
      if (child.killed) process.exit();
      if (Date.now() > end) throw new DemoFailure(`${name} does not answer at ${address}.`);
    }
  }

  stop(): void {
    const children = [...this.#running];
    this.#running.clear();
    for (const child of children) child.kill('SIGTERM');
  }

  #ended(child: ChildProcess): void {
    // Not in the list any more: it was told to stop.
    if (!this.#running.delete(child)) return;
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

async function answers(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { redirect: 'manual' });
    await answer.body?.cancel();
    return answer.status < 500;
  } catch {
    return false;
  }
}
