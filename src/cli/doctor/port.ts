import { createServer } from 'node:net';
import { ENDPOINTS } from '../../protocol/endpoints.js';
import type { Settings } from '../../config/settings.js';
import type { Finding } from './finding.js';

const CHECK = 'port';
const ANSWER_TIMEOUT_MS = 2_000;

/** Can the server listen, or does it listen already? */
export async function checkPort(settings: Settings): Promise<Finding[]> {
  const { host, port } = settings;
  const place = `${host}:${port}`;
  const fault = await listenFault(host, port);
  if (fault === undefined) return [{ check: CHECK, state: 'ok', detail: `${place} is free.` }];
  if (fault === 'EADDRINUSE') return [await taken(settings, place)];
  if (fault === 'EACCES') {
    const fix = 'Set PORT to 1024 or higher, and let a proxy listen on the lower one.';
    return [{ check: CHECK, state: 'fail', detail: `This user may not listen on port ${port}.`, fix }];
  }
  const fix = 'Set HOST to 127.0.0.1, or to an address of this machine.';
  return [{ check: CHECK, state: 'fail', detail: `${host} is no address to listen on (${fault}).`, fix }];
}

async function taken({ issuer, host, port }: Settings, place: string): Promise<Finding> {
  const address = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  if ((await issuerAt(`http://${address}:${port}`)) === issuer) {
    return { check: CHECK, state: 'ok', detail: `${place} is taken by this server, which is running.` };
  }
  return {
    check: CHECK,
    state: 'fail',
    detail: `${place} is taken by another program.`,
    fix: 'Stop that program, or set PORT to a free port.',
  };
}

function listenFault(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/** The issuer that a server there says to be (RFC 8414 §3.2); undefined when it says nothing of the kind. */
async function issuerAt(origin: string): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
    const answer = await fetch(`${origin}${ENDPOINTS.oauthMetadata}`, { signal, redirect: 'error' });
    return ((await answer.json()) as { issuer?: string }).issuer;
  } catch {
    return undefined;
  }
}
