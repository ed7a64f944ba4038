/** What the app must know about itself and the server, all from the environment. */
export interface Settings {
  /** The server that people sign in at. */
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How the secret is sent; what the app is registered for. */
  readonly authMethod: 'client_secret_post' | 'client_secret_basic';
  /** The app's own key for signing `state`, given at its registration. */
  readonly stateKey: Buffer;
  readonly scope: string;
  readonly host: string;
  readonly port: number;
  /** Where browsers find this app. */
  readonly baseUrl: URL;
  /** Registered with the server, character by character. */
  readonly redirectUri: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws Error with one sentence per fault */
export function readSettings(environment: Environment): Settings {
  const faults: string[] = [];
  const required = (name: string): string => {
    const value = environment[name] ?? '';
    if (value === '') faults.push(`${name} is not set: copy it from the page of your app, or run 'npm run demo'.`);
    return value;
  };
  const url = (name: string, fallback: string): URL => {
    const value = environment[name] || fallback;
    if (URL.canParse(value)) return new URL(value);
    faults.push(`${name} is '${value}': set it to a URL like ${fallback}.`);
    return new URL(fallback);
  };
  const port = Number(environment['PORT'] || 4000);
  const baseUrl = url('BASE_URL', `http://localhost:${port}`);
  const settings: Settings = {
    issuer: url('ISSUER', 'http://localhost:3000'),
    clientId: required('CLIENT_ID'),
    clientSecret: required('CLIENT_SECRET'),
    authMethod: environment['AUTH_METHOD'] === 'client_secret_basic' ? 'client_secret_basic' : 'client_secret_post',
    stateKey: Buffer.from(required('STATE_KEY'), 'base64url'),
    scope: environment['SCOPE'] || 'openid profile email phone offline_access',
    host: environment['HOST'] || '127.0.0.1',
    port,
    baseUrl,
    redirectUri: new URL('/callback', baseUrl).href,
  };
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return settings;
}
