import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';

/** Tells the workers of one test run where to write; two runs at once stay apart. */
const VARIABLE = 'DOORWARD_TEST_RUN';

/** Makes the folder of this run. */
export function beginRun(): void {
  process.env[VARIABLE] = mkdtempSync(join(tmpdir(), 'doorward-test-run-'));
}

/** Forgets what the run wrote: its secrets are nobody's business. */
export function endRun(): void {
  rmSync(runDirectory(), { recursive: true, force: true });
}

/** Where the workers of this run write. */
export function runDirectory(): string {
  const folder = process.env[VARIABLE];
  if (folder === undefined) throw new Error(`${VARIABLE} is not set: run the tests by vitest`);
  return folder;
}

/** Members of JSON answers that hold a secret. */
const SECRET_MEMBERS = ['access_token', 'refresh_token', 'client_secret', 'registration_access_token'];

/** Notes a secret that must never be seen in a log line or a URL. Short ones would find themselves by chance. */
export function noteSecret(secret: string | undefined): void {
  if (secret !== undefined && secret.length >= 8) append('secrets', `${secret}\n`);
}

/** Notes a line that must not hold a secret. */
export function noteLine(line: string): void {
  append('lines', `${line.trimEnd()}\n`);
}

function append(kind: 'secrets' | 'lines', text: string): void {
  appendFileSync(join(runDirectory(), `${kind}-${process.pid}.txt`), text);
}

/** A destination for the application's log that keeps every line for the scan. */
export function recordedLog(): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      noteLine(`log ${chunk.toString('utf8')}`);
      done();
    },
  });
}

/** Notes every URL that goes in or out and every secret that an answer hands out. */
export function recordTraffic(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async ({ method, raw }) =>
    noteLine(`url ${method === 'GET' ? opened(raw.url) : raw.url}`),
  );
  fastify.addHook('onSend', async (_request, reply, payload) => {
    const location = reply.getHeader('location');
    if (typeof location === 'string') noteLine(`location ${location}`);
    for (const cookie of [reply.getHeader('set-cookie') ?? []].flat()) {
      noteSecret(/^[^=]*(?:session|browser|device)=([^;]+)/.exec(String(cookie))?.[1]);
    }
    if (typeof payload === 'string' && payload.startsWith('{')) noteMembers(payload);
    return payload;
  });
}

/** The pages that mailed links lead to. Their addresses, when they are opened, are the one place in which a token may stand. */
const MAILED_LINK =
  /^(\/(?:verify-email|reset-password|invitation|email-change\/(?:old|new))\?token=)[A-Za-z0-9_-]{43}(?=&|$)/;

function opened(url = ''): string {
  return url.replace(MAILED_LINK, '$1…');
}

function noteMembers(payload: string): void {
  const body = JSON.parse(payload) as Record<string, unknown>;
  for (const member of SECRET_MEMBERS) {
    const value = body[member];
    if (typeof value === 'string') noteSecret(value);
  }
}

/** Looks for every noted secret in every noted line of the run. */
export function scanForSecrets(): { secrets: number; lines: number; leaks: string[] } {
  const secrets = new Set(readAll('secrets-'));
  const lines = readAll('lines-');
  const leaks = lines.filter((line) => candidates(line).some((word) => secrets.has(word)));
  return { secrets: secrets.size, lines: lines.length, leaks };
}

/** Whole words of the line: random secrets are base64url or hex, passwords in tests are too. */
function candidates(line: string): string[] {
  return line.match(/[A-Za-z0-9_-]{8,}/g) ?? [];
}

function readAll(prefix: string): string[] {
  return readdirSync(runDirectory())
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => readFileSync(join(runDirectory(), name), 'utf8').split('\n'))
    .filter((line) => line !== '');
}
