import { createHash, randomBytes } from 'node:crypto';
import { rawInserts } from './raw-database.ts';
import { measure, type Measurement } from './measure.ts';
import { startBenchServer, type BenchServer } from './server.ts';

/*
 * `npm run bench`: requests per second, p50 and p99 of what relying parties do most, checked for truth, against plain
 * INSERTs into the same database in the same run. Compare ratios, not figures of different machines.
 * BENCH_COUNT (requests of each kind, default 2000), BENCH_CONCURRENCY (default 1,16,64), DATABASE_URL.
 */

const COUNT = Number(process.env['BENCH_COUNT'] ?? 2_000);
const CONCURRENCIES = (process.env['BENCH_CONCURRENCY'] ?? '1,16,64').split(',').map(Number);

const server = await startBenchServer();
try {
  for (const concurrency of CONCURRENCIES) {
    console.log(`\n${COUNT} requests of each kind, ${concurrency} at once, ${server.databaseKind}`);
    const raw = await rawInserts(server.databaseUrl, COUNT, concurrency);
    const rows = [...(await workloads(server, concurrency)), raw];
    console.table(Object.fromEntries(rows.map((row) => [row.name, shown(row, raw)])));
  }
} finally {
  await server.stop();
}

async function workloads(
  { request, authorize, app, machine }: BenchServer,
  concurrency: number,
): Promise<Measurement[]> {
  const credentials = { client_id: app.client_id, client_secret: app.client_secret };
  const codes: { code: string; codeVerifier: string }[] = [];
  const accessTokens: string[] = [];
  const refreshTokens: string[] = [];
  const run = (name: string, once: (index: number) => Promise<void>) => measure(name, COUNT, concurrency, once);

  return [
    await run('authorize, session and consent remembered', async () => {
      const codeVerifier = randomBytes(32).toString('base64url');
      const challenge = createHash('sha256').update(codeVerifier).digest('base64url');
      codes.push({ code: await authorize(challenge), codeVerifier });
    }),
    await run('code exchange', async (index) => {
      const { code, codeVerifier } = codes[index]!;
      const tokens = await request('/token', {
        grant_type: 'authorization_code',
        code,
        redirect_uri: app.redirect_uris[0]!,
        code_verifier: codeVerifier,
        ...credentials,
      });
      accessTokens.push(tokens.access_token!);
      refreshTokens.push(tokens.refresh_token!);
    }),
    await run('refresh', async (index) => {
      await request('/token', { grant_type: 'refresh_token', refresh_token: refreshTokens[index]!, ...credentials });
    }),
    await run('introspect', async (index) => {
      const { active } = await request('/introspect', { token: accessTokens[index]!, ...credentials });
      if (active !== true) throw new Error('an issued token is not active');
    }),
    await run('client credentials', async () => {
      const { client_id, client_secret } = machine;
      await request('/token', { grant_type: 'client_credentials', client_id, client_secret });
    }),
  ];
}

function shown({ perSecond, p50, p99 }: Measurement, raw: Measurement): Record<string, string> {
  return {
    'per second': perSecond.toFixed(0),
    'p50 ms': p50.toFixed(1),
    'p99 ms': p99.toFixed(1),
    'ratio to a plain INSERT': (perSecond / raw.perSecond).toFixed(2),
  };
}
