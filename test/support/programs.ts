import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteLine } from './leak-scan.js';

/** Whether this machine has the program. */
export function hasProgram(name: string, versionFlag = '--version'): boolean {
  return spawnSync(name, [versionFlag], { stdio: 'ignore' }).status === 0;
}

/** A program under test. Its output is searched for secrets after the run. */
export class Program {
  private output = '';

  constructor(private readonly child: ChildProcessWithoutNullStreams) {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        this.output += chunk.toString('utf8');
      });
    }
  }

  /** Waits for output that matches. @throws when the program ends first */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.output);
      if (match !== null) return match;
      if (this.child.exitCode !== null) throw new Error(`ended with ${this.child.exitCode}:\n${this.output}`);
      await Promise.race([once(this.child.stdout, 'data'), once(this.child.stderr, 'data'), once(this.child, 'close')]);
    }
  }

  /** Waits until something listens on the port. */
  async listens(port: number): Promise<void> {
    for (;;) {
      if (this.child.exitCode !== null) throw new Error(`ended with ${this.child.exitCode}:\n${this.output}`);
      const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  type(line: string): void {
    this.child.stdin.write(`${line}\n`);
  }

  /** Waits for the end. @returns everything that it said */
  async end(): Promise<string> {
    if (this.child.exitCode === null) await once(this.child, 'close');
    return this.output;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.kill()) await once(this.child, 'close');
    for (const line of this.output.split('\n')) noteLine(`program ${line}`);
  }
}

/** Writes code to a file from which this repository's packages can be imported, and runs it. */
export function run(command: string, file: string, code: string, env: Readonly<Record<string, string>>): Program {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-program-'));
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'));
  const path = join(folder, file);
  writeFileSync(path, code);
  const args = command === 'php' ? ['-S', `127.0.0.1:${env['PORT']}`, path] : [path];
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: 'pipe' });
  child.once('close', () => rmSync(folder, { recursive: true, force: true }));
  return new Program(child);
}
