import { jsonQuote } from './quote.js';
import { hasSecret, lines, listenPort, type SignInApp, type SnippetApp } from './snippet-app.js';

const IMPORTS = `import base64, hashlib, json, os, secrets
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import Request, urlopen
`;

const MACHINE_IMPORTS = `import base64, json, os
from urllib.parse import urlencode
from urllib.request import Request, urlopen
`;

const HANDLER = `class App(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urlsplit(self.path)
        params = {name: values[0] for name, values in parse_qs(url.query).items()}
        if url.path == "/authLogin":
            self.login()
        elif "state" in params:
            self.callback(params)
        else:
            self.answer(200, "text/html", '<a href="/authLogin">Login</a>')

    def login(self):
        state, verifier = secrets.token_urlsafe(), secrets.token_urlsafe(48)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=")
        query = urlencode({
            "response_type": "code", "client_id": CLIENT_ID, "redirect_uri": REDIRECT_URI, "state": state,
            "scope": SCOPE, "code_challenge": challenge.decode(), "code_challenge_method": "S256",
        })
        self.send_response(303)
        self.send_header("Location", f"{ISSUER}/authorize?{query}")
        # Kept by this browser, so that nobody can finish a login that someone else began.
        self.send_header("Set-Cookie", f"login={state}.{verifier}{COOKIE_ATTRIBUTES}")
        self.end_headers()

    def callback(self, params):
        cookie = SimpleCookie(self.headers.get("Cookie", "")).get("login")
        state, _, verifier = cookie.value.partition(".") if cookie else ("", "", "")
        # RFC 9207: the answer must come from the server that was asked.
        if not state or params["state"] != state or params.get("iss") != ISSUER or "code" not in params:
            return self.answer(400, "text/plain", "The login failed.")
        tokens = token({
            "grant_type": "authorization_code", "code": params["code"],
            "redirect_uri": REDIRECT_URI, "code_verifier": verifier,
        })
        headers = {"Authorization": "Bearer " + tokens["access_token"]}
        with urlopen(Request(ISSUER + "/userinfo", headers=headers)) as response:
            self.answer(200, "application/json", response.read().decode())

    def answer(self, status, content_type, text):
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.end_headers()
        self.wfile.write(text.encode())
`;

/** A small backend with nothing but Python's standard library: a button, the way back, the user's data. */
export function pythonSnippet(app: SignInApp): string {
  return lines(
    `# ${hasSecret(app) ? 'CLIENT_SECRET=… ' : ''}python3 app.py`,
    IMPORTS,
    constants(app),
    `REDIRECT_URI = ${jsonQuote(app.redirectUri)}`,
    `COOKIE_ATTRIBUTES = "; HttpOnly; SameSite=Lax; Path=/; Max-Age=600${app.redirectUri.startsWith('https:') ? '; Secure' : ''}"`,
    '',
    tokenFunction(app),
    '',
    HANDLER,
    `HTTPServer(("127.0.0.1", ${listenPort(app.redirectUri)}), App).serve_forever()`,
  );
}

/** A token for the app itself. */
export function pythonMachineSnippet(app: SnippetApp): string {
  return lines(
    '# CLIENT_SECRET=… python3 get_token.py',
    MACHINE_IMPORTS,
    constants(app),
    '',
    tokenFunction(app),
    '',
    'tokens = token({"grant_type": "client_credentials", "scope": SCOPE})',
    'print("a token for", tokens["expires_in"], "seconds")',
  );
}

function constants(app: SnippetApp): string {
  return [
    `ISSUER = ${jsonQuote(app.issuer)}`,
    `CLIENT_ID = ${jsonQuote(app.clientId)}`,
    ...(hasSecret(app) ? ['CLIENT_SECRET = os.environ["CLIENT_SECRET"]'] : []),
    `SCOPE = ${jsonQuote(app.scope)}`,
  ].join('\n');
}

function tokenFunction({ authMethod }: SnippetApp): string {
  if (authMethod === 'client_secret_basic') {
    return `def token(form):
    basic = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
    headers = {"Authorization": "Basic " + basic}
    with urlopen(Request(ISSUER + "/token", urlencode(form).encode(), headers)) as response:
        return json.load(response)
`;
  }
  const secret = authMethod === 'none' ? '' : ', "client_secret": CLIENT_SECRET';
  return `def token(form):
    form |= {"client_id": CLIENT_ID${secret}}
    with urlopen(ISSUER + "/token", urlencode(form).encode()) as response:
        return json.load(response)
`;
}
