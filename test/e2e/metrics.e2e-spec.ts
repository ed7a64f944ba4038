import { spawn } from 'node:child_process';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Metrics } from '../../src/metrics/metrics.js';
import { serveMetrics } from '../../src/metrics/metrics-server.js';
import { Outbound } from '../../src/outbound/outbound.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { buildSources, createInstallation, type Installation } from '../support/cli.js';
import { freePort } from '../support/free-port.js';
import { Program } from '../support/programs.js';

describe('metrics', () => {
  let served: TestApp;
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    served = await startApp();
    const metricsPort = await freePort();
    origin = `http://127.0.0.1:${metricsPort}`;
    const { registry } = served.app.get(Metrics);
    server = await serveMetrics({ metricsHost: '127.0.0.1', metricsPort }, () => registry.metrics());
  });
  afterAll(async () => {
    server.close();
    await served.close();
  });

  it('count what is fetched by purpose and outcome, never by address', async () => {
    const url = 'https://127.0.0.1:8443/secret-path';
    await expect(served.app.get(Outbound).get(url, { purpose: 'jwks_uri' })).rejects.toThrow('connection');
    const answer = await fetch(`${origin}/metrics`);
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(text).toContain('doorward_outbound_requests_total{purpose="jwks_uri",outcome="connection"} 1');
    expect(text).not.toContain('secret-path');
  });

  it('are all that there is on their port, and nowhere else', async () => {
    for (const path of ['/', '/metrics/', '/metrics?x=1', '/login', '/health/live']) {
      expect((await fetch(origin + path)).status).toBe(404);
    }
    expect((await fetch(`${origin}/metrics`, { method: 'POST' })).status).toBe(404);
    expect((await served.app.inject({ method: 'GET', url: '/metrics' })).statusCode).toBe(404);
  });
});

describe('METRICS_PORT', () => {
  let installation: Installation;
  let main: string;
  beforeAll(async () => {
    installation = await createInstallation();
    main = join(await buildSources(), 'main.js');
  });
  afterAll(() => installation.remove());

  async function start(processes: number): Promise<{ program: Program; metricsPort: number }> {
    const metricsPort = await freePort();
    const env = {
      ...installation.env,
      PORT: String(await freePort()),
      METRICS_PORT: String(metricsPort),
      WEB_CONCURRENCY: String(processes),
      LOG_LEVEL: 'silent',
    };
    const program = new Program(spawn(process.execPath, [main], { env, stdio: 'pipe' }));
    await program.says(/Doorward is ready/);
    return { program, metricsPort };
  }

  it.each([1, 2])('serves the numbers of all of %d processes, and lets them stop', async (processes) => {
    const { program, metricsPort } = await start(processes);
    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(text).toContain('# TYPE doorward_outbound_requests_total counter');
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
    await program.stop();
    await expect(fetch(`http://127.0.0.1:${metricsPort}/metrics`)).rejects.toThrow('fetch failed');
  });

  it('that is taken is told in a sentence with the fix', async () => {
    const port = await freePort();
    const { exitCode, stderr } = await installation.run(['start'], {
      env: { PORT: String(port), METRICS_PORT: String(port), LOG_LEVEL: 'silent', WEB_CONCURRENCY: '1' },
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`Port ${port} of 127.0.0.1 is taken by another program: stop it, or set METRICS_PORT`);
  });
});
