import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface App {
  readonly client_id: string;
  readonly client_secret: string;
  readonly redirect_uris: readonly string[];
}

interface Answer {
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly active?: boolean;
}

export interface BenchServer {
  readonly databaseUrl: string;
  readonly databaseKind: string;
  readonly app: App;
  readonly machine: App;
  /** Posts a form and returns the JSON answer; fails on any other status than 200. */
  readonly request: (path: string, form: Record<string, string>) => Promise<Answer>;
  /** Asks for a code with a live session and remembered consent. */
  readonly authorize: (codeChallenge: string) => Promise<string>;
  stop(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '../..');
const PORT = 3_911;
const ORIGIN = `http://localhost:${PORT}`;
const REDIRECT_URI = 'http://localhost:3912/callback';
const USERNAME = `bench-${randomBytes(4).toString('hex')}`;
const PASSWORD = randomBytes(16).toString('hex');
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** Starts the built server as users run it, makes a user and two apps, signs in and consents once. */
export async function startBenchServer(): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'doorward-bench-'));
  const databaseUrl = process.env['DATABASE_URL'] ?? `sqlite:${join(folder, 'doorward.sqlite')}`;
  const env = {
    ...process.env,
    PORT: String(PORT),
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    SECRET_KEY: randomBytes(32).toString('hex'),
    WEB_CONCURRENCY: '1',
    LOG_LEVEL: 'silent',
  };
  const cli = (...args: string[]) =>
    JSON.parse(
      execFileSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...args, '--json'], { env, encoding: 'utf8' }),
    ) as App;
  cli('user', 'create', '--username', USERNAME, '--email', `${USERNAME}@example.com`, '--password', PASSWORD);
  const app = cli(
    'client',
    'create',
    '--name',
    'Bench',
    '--redirect-uri',
    REDIRECT_URI,
    '--auth-method',
    'client_secret_post',
  );
  const machine = cli(
    'client',
    'create',
    '--name',
    'Bench machine',
    '--kind',
    'machine',
    '--auth-method',
    'client_secret_post',
  );
  const child = spawn(process.execPath, [join(ROOT, 'dist/main.js')], { env, stdio: 'ignore' });
  await untilReady();
  const cookies = new Map<string, string>();
  const browse = async (path: string, form?: URLSearchParams): Promise<{ location: string; body: string }> => {
    const { status, headers, body } = await send(form === undefined ? 'GET' : 'POST', path, form?.toString(), {
      cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
    });
    if (status >= 400) throw new Error(`${path} answered ${status}`);
    for (const cookie of headers['set-cookie'] ?? []) {
      const [name = '', value = ''] = cookie.split(';', 1)[0]!.split('=');
      cookies.set(name, value);
    }
    return { location: headers.location ?? '', body };
  };
  await consentOnce(browse, app);
  return {
    databaseUrl,
    databaseKind: databaseUrl.split(':', 1)[0]!,
    app,
    machine,
    request: async (path, form) => {
      const { status, body } = await send('POST', path, new URLSearchParams(form).toString(), {});
      if (status !== 200) throw new Error(`${path} answered ${status}: ${body}`);
      return JSON.parse(body) as Answer;
    },
    authorize: async (codeChallenge) => {
      const { location } = await browse(authorizeUrl(app, codeChallenge));
      const code = new URL(location, ORIGIN).searchParams.get('code');
      if (code === null) throw new Error(`no code in ${new URL(location, ORIGIN).pathname}`);
      return code;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
      agent.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Browse = (path: string, form?: URLSearchParams) => Promise<{ location: string; body: string }>;

async function consentOnce(browse: Browse, app: App): Promise<void> {
  const login = await browse(authorizeUrl(app, 'A'.repeat(43)));
  const interaction = new URL(login.location, ORIGIN).searchParams.get('interaction')!;
  const { location: resumed } = await browse(
    '/login',
    new URLSearchParams({ interaction, username: USERNAME, password: PASSWORD }),
  );
  const { location: consent } = await browse(resumed);
  const { body } = await browse(consent);
  const [, account = ''] = /name="account" value="([^"]+)"/.exec(body) ?? [];
  const decision = new URLSearchParams({ interaction, account, decision: 'allow' });
  for (const [, scope = ''] of body.matchAll(/name="scope" value="([^"]+)"/g)) decision.append('scope', scope);
  const { location: done } = await browse('/consent', decision);
  await browse(done);
}

function authorizeUrl({ client_id }: App, codeChallenge: string): string {
  const params = {
    response_type: 'code',
    client_id,
    redirect_uri: REDIRECT_URI,
    scope: 'profile email offline_access',
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
  };
  return `/authorize?${new URLSearchParams(params)}`;
}

async function untilReady(): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isReady = await send('GET', '/health/ready', undefined, {}).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the server did not become ready within 20 seconds');
}

interface Sent {
  readonly status: number;
  readonly headers: { readonly location?: string; readonly 'set-cookie'?: string[] };
  readonly body: string;
}

function send(method: string, path: string, body: string | undefined, headers: Record<string, string>): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const form = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const url = new URL(path, ORIGIN);
    const outgoing = httpRequest(url, { method, agent, headers: { ...headers, ...form } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers as Sent['headers'],
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
