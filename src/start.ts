import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import cluster from 'node:cluster';
import { createApp } from './app.setup.js';
import { ConfigurationError, loadSettings } from './config/env.js';
import type { Settings } from './config/settings.js';
import { mailRoute } from './mail/mail-route.js';
import { readSharedMetrics, shareMetrics } from './metrics/cluster-metrics.js';
import { Metrics } from './metrics/metrics.js';
import { serveMetrics } from './metrics/metrics-server.js';
import { nodeFault } from './node-fault.js';
import { startFault } from './start-fault.js';
import { FirstAdminService } from './users/first-admin.service.js';

/** So that workers that cannot start, say because the database is away, do not keep a core busy. */
const RESTART_DELAY_MS = 1_000;

/**
 * Starts the server: one process, or `WEB_CONCURRENCY` of them that share the port. The first process migrates and
 * prints the welcome when all listen. What keeps it from starting is told in a sentence with the fix.
 */
export async function startServer(): Promise<void> {
  const fault = nodeFault();
  if (fault !== undefined) exit([fault]);
  const settings = settingsOrExit();
  try {
    await serve(settings);
  } catch (error) {
    const reason = startFault(error, settings);
    if (reason === undefined) throw error;
    exit([reason]);
  }
}

async function serve(settings: Settings): Promise<void> {
  const app = await createApp(settings);
  const { registry } = countedProcess(app, settings);
  if (cluster.isWorker) {
    shareMetrics(registry);
    return listen(app, settings);
  }
  if (settings.webConcurrency === 1) {
    await listen(app, settings);
    await offerMetrics(settings, () => registry.metrics());
    process.stdout.write(await welcome(app, settings));
  } else {
    await startWorkers(settings.webConcurrency);
    await offerMetrics(settings, readSharedMetrics());
    process.stdout.write(await welcome(app, settings));
    await app.close();
  }
}

/** The process's metrics, with those of Node itself where they are served. */
function countedProcess(app: NestFastifyApplication, { metricsPort }: Settings): Metrics {
  const metrics = app.get(Metrics);
  if (metricsPort !== 0) metrics.collectProcess();
  return metrics;
}

async function offerMetrics(settings: Settings, read: () => Promise<string>): Promise<void> {
  if (settings.metricsPort !== 0) await serveMetrics(settings, read);
}

/** Parses the environment; prints every fault and exits with 1 when there is one. */
function settingsOrExit(): Settings {
  try {
    return loadSettings();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return exit(error.faults);
  }
}

function exit(faults: readonly string[]): never {
  process.stderr.write(`Doorward cannot start:\n${faults.map((fault) => `  - ${fault}\n`).join('')}`);
  process.exit(1);
}

async function listen(app: NestFastifyApplication, settings: Settings): Promise<void> {
  await app.listen(settings.port, settings.host);
}

/** What the first lines on the terminal say, once the server listens: what cannot start promises nothing. The one-time link is printed here and never logged. */
async function welcome(app: NestFastifyApplication, settings: Settings): Promise<string> {
  const link = await app.get(FirstAdminService).linkIfNeeded();
  const minutes = settings.lifetimes.firstAdminLink / 60;
  return [
    '',
    `  Doorward is ready at ${settings.issuer}`,
    `  Sign up at           ${settings.issuer}/signup`,
    ...mailLines(settings),
    ...(link === undefined
      ? []
      : [`  First admin          ${link}`, `                       (works once, for ${minutes} minutes)`]),
    '',
    '',
  ].join('\n');
}

function mailLines(settings: Settings): string[] {
  const route = mailRoute(settings);
  if (route === 'local') return [`  Mail is shown at     ${settings.issuer}/dev/mail`];
  if (route === 'smtp') return [];
  return ['  No mail is sent      set SMTP_URL, or nobody can confirm an address or reset a lost password'];
}

/**
 * Resolves when every worker listens. A worker that dies later is replaced until the server is told to stop; one that
 * dies before has said why, and the others would fail like it.
 */
async function startWorkers(count: number): Promise<void> {
  let isStopping = false;
  let isServing = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      isStopping = true;
      for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill(signal);
    });
  }
  cluster.on('exit', () => {
    if (isStopping) return;
    if (!isServing) process.exit(1);
    setTimeout(startWorker, RESTART_DELAY_MS);
  });
  const listening = new Promise<void>((resolve) => {
    let ready = 0;
    cluster.on('listening', () => {
      ready += 1;
      if (ready < count) return;
      isServing = true;
      resolve();
    });
  });
  for (let started = 0; started < count; started += 1) startWorker();
  await listening;
}

/** The first process has migrated already. */
function startWorker(): void {
  cluster.fork({ AUTO_MIGRATE: 'false' });
}
