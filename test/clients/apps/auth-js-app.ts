import { Auth, type AuthConfig } from '@auth/core';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Registered } from './listening.js';

/** Auth.js with a provider of type `oidc`: issuer, id, secret, and that names and addresses come from userinfo. */
export function authJsApp(url: string, { issuer, clientId, clientSecret }: Registered): RequestListener {
  const config: AuthConfig = {
    providers: [{ id: 'doorward', name: 'Doorward', type: 'oidc', issuer, clientId, clientSecret, idToken: false }],
    secret: randomBytes(32).toString('hex'),
    trustHost: true,
    basePath: '/auth',
    session: { strategy: 'jwt' },
  };
  return (request, response) => {
    void answer(config, url, request, response);
  };
}

async function answer(config: AuthConfig, url: string, request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const asked = new Request(new URL(request.url ?? '/', url), {
    method: request.method ?? 'GET',
    headers: Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
  const answered = await Auth(asked, config);
  response.statusCode = answered.status;
  answered.headers.forEach((value, name) => {
    if (name !== 'set-cookie') response.setHeader(name, value);
  });
  response.setHeader('set-cookie', answered.headers.getSetCookie());
  response.end(Buffer.from(await answered.arrayBuffer()));
}
