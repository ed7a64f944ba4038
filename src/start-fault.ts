import type { Settings } from './config/settings.js';
import { databaseFault } from './database/database-fault.js';
import { UnopenableSecretError } from './installation/unopenable-secret-error.js';
import { UnopenableKeyError } from './keys/unopenable-key-error.js';

/** What kept the server from starting, as one sentence with the fix. Undefined for what nobody foresaw. */
export function startFault(error: unknown, settings: Settings): string | undefined {
  return sealFault(error) ?? listenFault(error, settings) ?? databaseFault(error, settings.database);
}

/** The same for a SECRET_KEY that does not open what is sealed. */
export function sealFault(error: unknown): string | undefined {
  return error instanceof UnopenableKeyError || error instanceof UnopenableSecretError ? error.message : undefined;
}

/** The same for an error of listening alone. */
export function listenFault(error: unknown, settings: Settings): string | undefined {
  const { code, syscall, hostname } = error as NodeJS.ErrnoException & { hostname?: string };
  const { host, port, HOST, PORT } = placeOf(error, settings);
  // With several processes the first one binds for all of them.
  const isListening = syscall === 'listen' || syscall === 'bind';
  if (!isListening && !(syscall === 'getaddrinfo' && hostname === host)) return undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} of ${host} is taken by another program: stop it, or set ${PORT} to a free one.`;
  }
  if (code === 'EACCES') {
    return `This user may not listen on port ${port}: set ${PORT} to 1024 or higher, and let a proxy take the lower one.`;
  }
  return `${HOST} is '${host}': set it to 127.0.0.1, or to an address of this machine.`;
}

/** Which of the two places to listen on the error is about, with the variables that set it. */
function placeOf(error: unknown, { host, port, metricsHost, metricsPort }: Settings) {
  return (error as { isOfMetrics?: boolean }).isOfMetrics === true
    ? { host: metricsHost, port: metricsPort, HOST: 'METRICS_HOST', PORT: 'METRICS_PORT' }
    : { host, port, HOST: 'HOST', PORT: 'PORT' };
}
