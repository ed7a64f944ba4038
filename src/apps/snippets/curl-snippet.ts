import { shellQuote } from './quote.js';
import { hasSecret, lines, type SignInApp, type SnippetApp } from './snippet-app.js';

const SECRET = 'export CLIENT_SECRET=…  # shown once, when the app was created\n';

/** The code flow by hand: makes the address to open, then exchanges the code that comes back. */
export function curlSnippet(app: SignInApp): string {
  const { clientId: client_id, redirectUri: redirect_uri } = app;
  const request = new URLSearchParams({
    response_type: 'code',
    client_id,
    redirect_uri,
    code_challenge_method: 'S256',
  });
  if (app.scope !== '') request.set('scope', app.scope);
  return lines(
    hasSecret(app) && SECRET,
    '# 1. Open the printed address and sign in. The browser comes back with a code in its address.',
    "VERIFIER=$(openssl rand -base64 96 | tr -dc 'A-Za-z0-9' | cut -c1-64)",
    'CHALLENGE=$(printf %s "$VERIFIER" | openssl dgst -binary -sha256 | openssl base64 -A | tr +/ -_ | tr -d =)',
    `echo ${shellQuote(`${app.issuer}/authorize?${request.toString()}`)}"&code_challenge=$CHALLENGE&state=$(openssl rand -hex 16)"`,
    '',
    '# 2. Exchange the code for a token, within a minute.',
    'read -r -p "code: " CODE',
    tokenRequest(app, [
      shellQuote('grant_type=authorization_code'),
      '"code=$CODE"',
      '"code_verifier=$VERIFIER"',
      shellQuote(`redirect_uri=${redirect_uri}`),
    ]),
    '',
    '# 3. Read the data with the access_token of the answer.',
    'read -r -p "access token: " TOKEN',
    `curl -sS -w '\\n' ${shellQuote(`${app.issuer}/userinfo`)} -H "Authorization: Bearer $TOKEN"`,
  );
}

/** A token for the app itself. */
export function curlMachineSnippet(app: SnippetApp): string {
  const fields = ['grant_type=client_credentials', ...(app.scope === '' ? [] : [`scope=${app.scope}`])];
  return lines(SECRET, tokenRequest(app, fields.map(shellQuote)));
}

/** @param fields already quoted for the shell */
function tokenRequest(app: SnippetApp, fields: readonly string[]): string {
  const parts = [
    `curl -sS -w '\\n' ${shellQuote(`${app.issuer}/token`)}`,
    ...fields.map((field) => `--data-urlencode ${field}`),
    ...credentials(app),
  ];
  return parts.join(' \\\n  ');
}

function credentials(app: SnippetApp): string[] {
  // Client ids and secrets of this server consist of characters that need no encoding.
  if (app.authMethod === 'client_secret_basic') return [`-u "${app.clientId}:$CLIENT_SECRET"`];
  const id = `-d ${shellQuote(`client_id=${app.clientId}`)}`;
  return hasSecret(app) ? [id, '--data-urlencode "client_secret=$CLIENT_SECRET"'] : [id];
}
