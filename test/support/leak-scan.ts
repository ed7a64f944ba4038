import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';

export const RUN_DIRECTORY = join(import.meta.dirname, '../../.test-run');

const SECRETS_FILE = join(RUN_DIRECTORY, `secrets-${process.pid}.txt`);
const LINES_FILE = join(RUN_DIRECTORY, `lines-${process.pid}.txt`);

/** Members of JSON answers that hold a secret. */
const SECRET_MEMBERS = ['access_token', 'refresh_token', 'client_secret', 'registration_access_token'];

/** Notes a secret that must never be seen in a log line or a URL. Short ones would find themselves by chance. */
export function noteSecret(secret: string | undefined): void {
  if (secret !== undefined && secret.length >= 8) appendFileSync(SECRETS_FILE, `${secret}\n`);
}

/** Notes a line that must not hold a secret. */
export function noteLine(line: string): void {
  appendFileSync(LINES_FILE, `${line.trimEnd()}\n`);
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
  fastify.addHook('onRequest', async (request) => noteLine(`url ${request.raw.url}`));
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

function noteMembers(payload: string): void {
  const body = JSON.parse(payload) as Record<string, unknown>;
  for (const member of SECRET_MEMBERS) {
    const value = body[member];
    if (typeof value === 'string') noteSecret(value);
  }
}

/** Looks for every noted secret in every noted line of the run. */
export function scanForSecrets(): { secrets: number; lines: number; leaks: string[] } {
  if (!existsSync(RUN_DIRECTORY)) return { secrets: 0, lines: 0, leaks: [] };
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
  return readdirSync(RUN_DIRECTORY)
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => readFileSync(join(RUN_DIRECTORY, name), 'utf8').split('\n'))
    .filter((line) => line !== '');
}
