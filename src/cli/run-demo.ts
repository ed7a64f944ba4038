import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CommandFailure } from './command-failure.js';

const DEMO = fileURLToPath(new URL('../../examples/demo/main.ts', import.meta.url));

/**
 * `doorward demo`: what `npm run demo` does, once the server is built.
 * @throws CommandFailure where the examples are not, as in the container image
 */
export async function runDemo(): Promise<void> {
  if (!existsSync(DEMO)) {
    throw new CommandFailure([
      "The demo is not part of this installation: run 'npm run demo' in a checkout of the source.",
    ]);
  }
  const demo = spawn(process.execPath, [DEMO], { stdio: 'inherit' });
  // The terminal tells the demo as well, which ends in its own time.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => demo.kill(signal));
  process.exitCode = await new Promise<number>((resolve, reject) => {
    demo.once('error', reject).once('exit', (code) => resolve(code ?? 1));
  });
}
