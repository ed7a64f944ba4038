import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { isIPv6, type LookupFunction } from 'node:net';
import type { OutboundAnswer } from './outbound-answer.js';
import { OutboundError } from './outbound-error.js';

/** Key sets, lists of redirect URIs, request objects: none of them comes near this. */
const MAX_BODY_BYTES = 65_536;
const USER_AGENT = 'Doorward';

export interface OutboundRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly content?: string;
}

/**
 * Sends one request to one of the addresses, and to no other: the name is not looked up again, so it cannot mean
 * something else by now (DNS rebinding, attack A30). Host header, SNI and certificate check use the name.
 * @throws OutboundError for a redirect and for a body that is too large or encoded; Node's own errors
 */
export async function send(
  url: URL,
  addresses: readonly string[],
  request: OutboundRequest,
  signal: AbortSignal,
): Promise<OutboundAnswer> {
  const response = await firstAnswer(url, request, {
    lookup: pinned(addresses),
    signal,
    // A connection of its own, closed afterwards; no proxy of the environment, no TLS session of another client.
    agent: false,
  });
  try {
    return await read(response);
  } finally {
    response.destroy();
  }
}

function firstAnswer(
  url: URL,
  { method, headers, content }: OutboundRequest,
  options: RequestOptions,
): Promise<IncomingMessage> {
  const isTls = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const request = (isTls ? https : http).request(url, {
      ...options,
      method,
      // Whatever NODE_TLS_REJECT_UNAUTHORIZED says.
      ...(isTls ? { rejectUnauthorized: true } : {}),
      headers: { ...headers, 'user-agent': USER_AGENT, 'accept-encoding': 'identity', connection: 'close' },
    });
    request.on('response', resolve).on('error', reject).end(content);
  });
}

/** Answers what was checked, in whichever form Node asks. */
function pinned(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_host, { all }, callback) => {
    const [first = { address: '', family: 4 }] = found;
    if (all === true) callback(null, found);
    else callback(null, first.address, first.family);
  };
}

async function read(response: IncomingMessage): Promise<OutboundAnswer> {
  const { statusCode: status = 0, headers } = response;
  if (status >= 300 && status < 400) {
    throw new OutboundError('redirect', 'it answered with a redirect, and redirects are not followed');
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity')
    throw new OutboundError('encoding', 'the answer was compressed, which was not asked for');
  const body = await bodyOf(response, Number(headers['content-length'] ?? 0));
  return { status, contentType: headers['content-type'] ?? '', cacheControl: headers['cache-control'] ?? '', body };
}

async function bodyOf(response: IncomingMessage, announced: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  if (announced > MAX_BODY_BYTES) throw tooLarge();
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): OutboundError {
  return new OutboundError('too_large', `the answer was larger than ${MAX_BODY_BYTES / 1024} KiB`);
}
