import { createServer, isIPv6 } from 'node:net';
import type { Settings } from '../../config/settings.js';
import { ENDPOINTS } from '../../protocol/endpoints.js';
import { listenFault } from '../../start-fault.js';
import type { Finding } from './finding.js';

const CHECK = 'port';
const ANSWER_TIMEOUT_MS = 2_000;

/** Can the server listen, or does it listen already? */
export async function checkPort(settings: Settings): Promise<Finding[]> {
  const place = `${settings.host}:${settings.port}`;
  const error = await listenError(settings);
  if (error === undefined) return [{ check: CHECK, state: 'ok', detail: `${place} is free.` }];
  if (error.code === 'EADDRINUSE' && (await issuerAt(settings)) === settings.issuer) {
    return [{ check: CHECK, state: 'ok', detail: `${place} is taken by this server, which is running.` }];
  }
  return [{ check: CHECK, state: 'fail', detail: listenFault(error, settings) ?? error.message }];
}

function listenError({ host, port }: Settings): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/** The issuer that a server there says to be (RFC 8414 §3.2); undefined when it says nothing of the kind. */
async function issuerAt({ host, port }: Settings): Promise<string | undefined> {
  const isAnyAddress = host === '0.0.0.0' || host === '::';
  const name = isIPv6(host) ? `[${host}]` : host;
  try {
    const url = `http://${isAnyAddress ? 'localhost' : name}:${port}${ENDPOINTS.oauthMetadata}`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS), redirect: 'error' });
    return ((await answer.json()) as { issuer?: string }).issuer;
  } catch {
    return undefined;
  }
}
