import type { IncomingMessage, ServerResponse } from 'node:http';
import { createLocalJWKSet, type JWTPayload, jwtVerify, type ProtectedHeaderParameters } from 'jose';
import type { TestApp } from './app.js';
import { startCanary } from './canary.js';
import { getJson } from './tokens.js';

/** A request that reached the receiver. */
export interface Received {
  readonly path: string;
  readonly contentType: string | undefined;
  readonly token: string;
}

export interface LogoutReceiver {
  readonly uri: string;
  /** Everything that came, also what was not taken. */
  readonly received: readonly Received[];
  /** What it answers from now on; it may take its time. */
  answer: (response: ServerResponse) => void;
  close(): Promise<void>;
}

/** The back-channel logout address of an app: a real server on the loopback address. */
export async function startLogoutReceiver(): Promise<LogoutReceiver> {
  const received: Received[] = [];
  const receiver = { answer: (response: ServerResponse) => void response.writeHead(200).end() };
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const token = new URLSearchParams(await bodyOf(request)).get('logout_token') ?? '';
    received.push({ path: request.url ?? '', contentType: request.headers['content-type'], token });
    receiver.answer(response);
  };
  const canary = await startCanary((request, response) => void take(request, response));
  return Object.assign(receiver, {
    uri: `http://127.0.0.1:${canary.port}/backchannel`,
    received,
    close: () => canary.close(),
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Verifies a logout token as an app does, by `jose` and the published keys (Back-Channel Logout §2.6). */
export async function verifiedLogoutToken(
  served: TestApp,
  token: string,
  audience: string,
): Promise<{ payload: JWTPayload; header: ProtectedHeaderParameters }> {
  const { body } = await getJson(served, '/jwks');
  const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(body as never), {
    issuer: served.issuer,
    audience,
    typ: 'logout+jwt',
    maxTokenAge: 120,
    requiredClaims: ['sub', 'sid', 'jti', 'events', 'exp', 'iat'],
  });
  return { payload, header: protectedHeader };
}
