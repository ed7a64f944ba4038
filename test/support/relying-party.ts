import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { noteLine } from './leak-scan.js';

export interface RelyingPartyOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateKey: string;
  readonly port: number;
}

export interface RelyingParty {
  readonly url: string;
  stop(): Promise<void>;
}

const MAIN = join(import.meta.dirname, '../../examples/relying-party/main.ts');

/** The example relying party as its own process, as a user would run it. Its output is searched for secrets too. */
export async function startRelyingParty({
  issuer,
  clientId,
  clientSecret,
  stateKey,
  port,
}: RelyingPartyOptions): Promise<RelyingParty> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ISSUER: issuer,
      CLIENT_ID: clientId,
      CLIENT_SECRET: clientSecret,
      STATE_KEY: stateKey,
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = `http://localhost:${port}`;
  await saysReady(child);
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function saysReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      noteLine(`relying party ${chunk.toString('utf8')}`);
      if (output.includes(' is at http')) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`the relying party ended with ${code}:\n${output}`)));
  });
}
