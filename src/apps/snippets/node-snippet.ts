import { jsonQuote } from './quote.js';
import { hasSecret, lines, listenPort, type SignInApp, type SnippetApp } from './snippet-app.js';

const AUTHENTICATION: ReadonlyMap<string, string> = new Map([
  ['client_secret_basic', 'client.ClientSecretBasic(process.env.CLIENT_SECRET)'],
  ['client_secret_post', 'client.ClientSecretPost(process.env.CLIENT_SECRET)'],
  ['client_secret_jwt', 'client.ClientSecretJwt(process.env.CLIENT_SECRET)'],
  ['private_key_jwt', 'client.PrivateKeyJwt({ key, kid: jwk.kid })'],
]);

const JOSE = "import { importJWK } from 'jose';\n";
const KEY = `const jwk = JSON.parse(process.env.PRIVATE_JWK);
const key = await importJWK(jwk, jwk.alg ?? 'ES256');

`;

const HANDLERS = `async function login(response) {
  const state = client.randomState();
  const verifier = client.randomPKCECodeVerifier();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  // Kept by this browser, so that nobody can finish a login that someone else began.
  const cookie = 'login=' + state + '.' + verifier + cookieAttributes;
  response.writeHead(303, { location: url.href, 'set-cookie': cookie }).end();
}

async function callback(url, request, response) {
  const [, state, verifier] = /\\blogin=([^.;]+)\\.([^;]+)/.exec(request.headers.cookie ?? '') ?? [];
  const tokens = await client.authorizationCodeGrant(config, url, {
    expectedState: state,
    pkceCodeVerifier: verifier,
  });
  // With the scope openid there is an ID token, checked by now; userinfo must be about the same person.
  const subject = tokens.claims()?.sub ?? client.skipSubjectCheck;
  const user = await client.fetchUserInfo(config, tokens.access_token, subject);
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(user, null, 2));
}

createServer(async (request, response) => {
  const url = new URL(request.url, redirectUri);
  try {
    if (url.pathname === '/authLogin') await login(response);
    else if (url.searchParams.has('state')) await callback(url, request, response);
    else response.setHeader('content-type', 'text/html').end('<a href="/authLogin">Login</a>');
  } catch (error) {
    console.error(error);
    response.writeHead(400).end('The login failed.');
  }
})`;

/** A small backend with `openid-client`: a button, the way back, the user's data. */
export function nodeSnippet(app: SignInApp): string {
  return lines(
    howToRun(app, 'server.mjs'),
    "import { createServer } from 'node:http';",
    discovery(app),
    '',
    `const redirectUri = ${jsonQuote(app.redirectUri)};`,
    `const scope = ${jsonQuote(app.scope)};`,
    `const cookieAttributes = '; HttpOnly; SameSite=Lax; Path=/; Max-Age=600${isServedByHttps(app) ? '; Secure' : ''}';`,
    '',
    `${HANDLERS}.listen(${listenPort(app.redirectUri)});`,
  );
}

/** A token for the app itself. */
export function nodeMachineSnippet(app: SnippetApp): string {
  return lines(
    howToRun(app, 'token.mjs'),
    discovery(app),
    '',
    `const tokens = await client.clientCredentialsGrant(config, { scope: ${jsonQuote(app.scope)} });`,
    "console.log('a token for', tokens.expires_in, 'seconds');",
  );
}

function howToRun(app: SnippetApp, file: string): string {
  if (hasKey(app)) {
    return `// npm install openid-client jose, then, with the private half of the key as a JWK: PRIVATE_JWK='{…}' node ${file}`;
  }
  return `// npm install openid-client, then: ${hasSecret(app) ? 'CLIENT_SECRET=… ' : ''}node ${file}`;
}

function hasKey({ authMethod }: SnippetApp): boolean {
  return authMethod === 'private_key_jwt';
}

function discovery(app: SnippetApp): string {
  const options = app.issuer.startsWith('http:')
    ? '\n  { execute: [client.allowInsecureRequests] }, // plain http: for development only'
    : '';
  return `${hasKey(app) ? JOSE : ''}import * as client from 'openid-client';

${hasKey(app) ? KEY : ''}const config = await client.discovery(
  new URL(${jsonQuote(app.issuer)}),
  ${jsonQuote(app.clientId)},
  undefined,
  ${authentication(app)},${options}
);`;
}

function authentication({ authMethod }: SnippetApp): string {
  return AUTHENTICATION.get(authMethod) ?? 'client.None()';
}

function isServedByHttps({ redirectUri }: SignInApp): boolean {
  return redirectUri.startsWith('https:');
}
