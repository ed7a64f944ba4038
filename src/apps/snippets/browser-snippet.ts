import { jsonQuote } from './quote.js';
import { lines, type SignInApp } from './snippet-app.js';

const SCRIPT = String.raw`  const encode = (bytes) =>
    btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const random = () => encode(crypto.getRandomValues(new Uint8Array(32)));

  async function login() {
    const state = random();
    const verifier = random();
    // Kept by this tab, so that nobody can finish a login that someone else began.
    sessionStorage.setItem('login', JSON.stringify({ state, verifier }));
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    const query = new URLSearchParams({
      response_type: 'code', client_id: clientId, redirect_uri: redirectUri, scope, state,
      code_challenge: encode(new Uint8Array(digest)), code_challenge_method: 'S256',
    });
    location.assign(issuer + '/authorize?' + query);
  }

  async function callback(answer) {
    const { state, verifier } = JSON.parse(sessionStorage.getItem('login') ?? '{}');
    sessionStorage.removeItem('login');
    history.replaceState(null, '', location.pathname);
    if (!state || answer.get('state') !== state || answer.get('iss') !== issuer || !answer.has('code')) {
      throw new Error('The login failed.');
    }
    const body = new URLSearchParams({
      grant_type: 'authorization_code', code: answer.get('code'), redirect_uri: redirectUri,
      client_id: clientId, code_verifier: verifier,
    });
    const tokens = await (await fetch(issuer + '/token', { method: 'POST', body })).json();
    const headers = { authorization: 'Bearer ' + tokens.access_token };
    const user = await (await fetch(issuer + '/userinfo', { headers })).json();
    document.getElementById('user').textContent = JSON.stringify(user, null, 2);
  }

  document.getElementById('login').addEventListener('click', login);
  const answer = new URLSearchParams(location.search);
  if (answer.has('state')) await callback(answer);
</script>`;

/** A page that signs people in by itself, without a library and without a secret. Serve it at the redirect URI. */
export function browserSnippet(app: SignInApp): string {
  return lines(
    '<!doctype html>',
    '<meta charset="utf-8">',
    '<button id="login">Login</button>',
    '<pre id="user"></pre>',
    '<script type="module">',
    `  const issuer = ${jsonQuote(app.issuer)};`,
    `  const clientId = ${jsonQuote(app.clientId)};`,
    `  const redirectUri = ${jsonQuote(app.redirectUri)};`,
    `  const scope = ${jsonQuote(app.scope)};`,
    '',
    SCRIPT,
  );
}
