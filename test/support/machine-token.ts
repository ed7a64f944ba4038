import type { TestApp } from './app.js';

interface Machine {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Asks for a token with client credentials, the secret in the body (RFC 6749 §4.4). */
export function machineToken(
  { app, settings }: TestApp,
  { clientId, clientSecret }: Machine,
  more: Readonly<Record<string, string>> = {},
) {
  const fields = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, ...more };
  return app.inject({
    method: 'POST',
    url: '/token',
    headers: { host: new URL(settings.issuer).host, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
}
