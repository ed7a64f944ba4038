import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { DemoFailure } from './failure.ts';
import { type DemoSettings, ROOT } from './settings.ts';

/**
 * Runs a command of `doorward` with `--json`.
 * @param input what it reads from standard input, such as a password that must not stand in the list of processes
 * @throws DemoFailure with what the command said
 */
export async function doorward<T>({ serverEnvironment }: DemoSettings, args: string[], input = ''): Promise<T> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), ...args, '--json'], {
    env: serverEnvironment,
    stdio: 'pipe',
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.on('error', () => {}).end(input);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (exitCode !== 0) throw new DemoFailure(stderr.trim());
  return JSON.parse(stdout) as T;
}
