import type { ServerResponse } from 'node:http';
import tls from 'node:tls';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectSettings } from '../../src/config/env.js';
import { Metrics } from '../../src/metrics/metrics.js';
import { HostResolver } from '../../src/outbound/host-resolver.js';
import { requireOk } from '../../src/outbound/outbound-answer.js';
import { OutboundError } from '../../src/outbound/outbound-error.js';
import { OutboundMetrics } from '../../src/outbound/outbound-metrics.js';
import { Outbound } from '../../src/outbound/outbound.service.js';
import { type Canary, startCanary } from '../support/canary.js';
import { APP_EXAMPLE } from '../support/certificate.js';

const PRODUCTION = 'https://login.example.com';
const DEVELOPMENT = 'http://localhost:3000';

/** Name servers of an attacker: each question gets the next answer, the last one for good. */
function namesThatAnswer(...answers: (readonly string[])[]) {
  const asked: string[] = [];
  const resolve = async (host: string): Promise<readonly string[]> => {
    asked.push(host);
    return answers[Math.min(asked.length, answers.length) - 1] ?? [];
  };
  return { asked, resolve };
}

function outbound(issuer: string, resolver: HostResolver = new HostResolver()) {
  const metrics = new Metrics();
  return { client: new Outbound(inspectSettings({ ISSUER: issuer }), resolver, new OutboundMetrics(metrics)), metrics };
}

async function reasonOf(fetching: Promise<unknown>): Promise<string> {
  const error: unknown = await fetching.then(
    () => 'it answered',
    (cause: unknown) => cause,
  );
  return error instanceof OutboundError ? error.reason : String(error);
}

/** What the request to a server that answers like this comes to. */
async function answering<T>(
  answer: (response: ServerResponse, path: string) => void,
  run: (url: string) => Promise<T>,
): Promise<T> {
  const canary = await startCanary((request, response) => answer(response, request.url ?? ''));
  try {
    return await run(`http://127.0.0.1:${canary.port}/`);
  } finally {
    await canary.close();
  }
}

/** A little now and then, for ever. */
function drip(response: ServerResponse, first: string): void {
  response.socket?.write(first);
  const timer = setInterval(() => response.socket?.write('a'), 50);
  response.once('close', () => clearInterval(timer));
}

const sendsBytes =
  (bytes: number, isAnnounced = true) =>
  (response: ServerResponse) =>
    response.writeHead(200, isAnnounced ? { 'content-length': bytes } : {}).end(Buffer.alloc(bytes));
const announces = (response: ServerResponse) => response.writeHead(200, { 'content-length': 2 ** 30 }).write('a');

describe('attack A30: nothing inside is reached through a registered URL', () => {
  let canaries: Canary[] = [];
  let port = 0;
  const hits = () => canaries.flatMap((canary) => canary.hits);

  beforeAll(async () => {
    const first = await startCanary();
    ({ port } = first);
    // Where IPv6 is off there is nothing to hit on it either.
    const second = await startCanary(undefined, { address: '::1', port }).catch(() => undefined);
    canaries = second === undefined ? [first] : [first, second];
  });
  afterAll(() => Promise.all(canaries.map((canary) => canary.close())));

  const HOSTS = `
    127.0.0.1 127.1 2130706433 0x7f000001 0x7f.1 0177.0.0.1 %31%32%37.0.0.1 127。0。0。1 0 0.0.0.0 [::1] [::]
    [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [64:ff9b::7f00:1] [2002:7f00:1::] 10.0.0.1 192.168.0.1
    172.16.0.1 100.64.0.1 169.254.169.254 0xa9fea9fe [fe80::1] [fd00:ec2::254] 168.63.129.16 localhost LOCALHOST
    localhost. a.localhost
  `;

  it.each(HOSTS.trim().split(/\s+/))('%s: refused before a connection is made', async (host) => {
    const { client } = outbound(PRODUCTION);
    expect(await reasonOf(client.get(`https://${host}:${port}/`))).toBe('address');
    expect(await reasonOf(client.post(`https://${host}:${port}/`, { contentType: 'a/b', content: '' }))).toBe(
      'address',
    );
    expect(await reasonOf(client.get(`http://${host}:${port}/`))).toBe('url');
    expect(hits()).toEqual([]);
  });

  it.each([['127.0.0.1'], ['::1'], ['10.0.0.1'], ['169.254.169.254'], ['::ffff:127.0.0.1'], ['8.8.8.8', '127.0.0.1']])(
    'a name for %s %s: refused',
    async (...addresses) => {
      const { client } = outbound(PRODUCTION, namesThatAnswer(addresses));
      expect(await reasonOf(client.get(`https://app.example:${port}/`))).toBe('address');
      expect(hits()).toEqual([]);
    },
  );

  it('a name that changes its meaning after the check (DNS rebinding): the checked address is used', async () => {
    const app = await startCanary();
    const inside = await startCanary(undefined, { address: '127.0.0.2', port: app.port });
    const names = namesThatAnswer(['127.0.0.1'], ['127.0.0.2']);
    const { client } = outbound(DEVELOPMENT, names);
    await client.get(`http://app.example:${app.port}/jwks`);
    expect(names.asked).toEqual(['app.example']);
    expect([app.hits, inside.hits]).toEqual([['GET /jwks'], []]);
    await Promise.all([app.close(), inside.close()]);
  });

  it('a name that means something else at the next request is checked again', async () => {
    const { client } = outbound(DEVELOPMENT, namesThatAnswer(['127.0.0.1'], ['10.0.0.1']));
    await client.get(`http://app.example:${port}/`);
    expect(await reasonOf(client.get(`http://app.example:${port}/`))).toBe('address');
  });

  it('development: http on this machine only; no other private address', async () => {
    const { client } = outbound(DEVELOPMENT);
    expect((await client.get(`http://127.0.0.1:${port}/`)).status).toBe(200);
    for (const host of ['10.0.0.1', '192.168.0.1', '169.254.169.254', '0.0.0.0', '[::ffff:7f00:1]', '8.8.8.8']) {
      expect(await reasonOf(client.get(`http://${host}:${port}/`))).toBe('address');
    }
  });
});

describe('attacks A30, R08: what an answer cannot do', () => {
  const { client, metrics } = outbound(DEVELOPMENT);

  it.each([301, 302, 303, 307, 308, 300, 304])('a redirect (%d) is not followed', async (status) => {
    const inside = await startCanary();
    const redirect = (response: ServerResponse) =>
      response.writeHead(status, { location: `http://127.0.0.1:${inside.port}/` }).end();
    expect(await answering(redirect, (url) => reasonOf(client.get(url)))).toBe('redirect');
    expect(await answering(redirect, (url) => reasonOf(client.post(url, { contentType: 'a/b', content: 'c' })))).toBe(
      'redirect',
    );
    expect(inside.hits).toEqual([]);
    await inside.close();
  });

  it('64 KiB are read, one byte more is not', async () => {
    expect((await answering(sendsBytes(65_536), (url) => client.get(url))).body).toHaveLength(65_536);
    for (const isAnnounced of [true, false]) {
      expect(await answering(sendsBytes(65_537, isAnnounced), (url) => reasonOf(client.get(url)))).toBe('too_large');
    }
  });

  it('a gigabyte is neither announced nor streamed into memory', async () => {
    expect(await answering(announces, (url) => reasonOf(client.get(url)))).toBe('too_large');
    let sent = 0;
    const streams = (response: ServerResponse) => {
      const more = () => {
        while (!response.destroyed && sent < 2 ** 30) {
          sent += 65_536;
          if (response.write(Buffer.alloc(65_536))) continue;
          response.once('drain', more);
          break;
        }
      };
      more();
    };
    expect(await answering(streams, (url) => reasonOf(client.get(url)))).toBe('too_large');
    // What fits into the buffers of two sockets, not the gigabyte.
    expect(sent).toBeLessThan(2 ** 26);
  });

  it('a compressed answer (gzip bomb) is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(10 * 2 ** 20));
    const sends = (response: ServerResponse) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    expect(await answering(sends, (url) => reasonOf(client.get(url)))).toBe('encoding');
  });

  it('a slow drip ends with the deadline: in the headers, in the body, before any byte', async () => {
    const behaviours = [
      (response: ServerResponse) => drip(response, 'HTTP/1.1 200 OK\r\nx-slow: '),
      (response: ServerResponse) => drip(response, 'HTTP/1.1 200 OK\r\ncontent-length: 60000\r\n\r\n'),
      () => undefined,
    ];
    const reasons = behaviours.map((answer) => answering(answer, (url) => reasonOf(client.get(url))));
    expect(await Promise.all(reasons)).toEqual(['timeout', 'timeout', 'timeout']);
  });

  it('endless headers, an answer that is no HTTP, and a broken connection are errors and nothing more', async () => {
    const behaviours = [
      (response: ServerResponse) => response.socket?.write(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}\r\n`),
      (response: ServerResponse) => response.socket?.end('SSH-2.0-OpenSSH_9.9\r\n'),
      (response: ServerResponse) => response.socket?.write('HTTP/1.1 200 OK\r\nfoo\0bar: x\r\n\r\n'),
      (response: ServerResponse) => response.socket?.destroy(),
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-length': 100 }).write('a', () => response.destroy());
      },
    ];
    for (const answer of behaviours) {
      expect(await answering(answer, (url) => reasonOf(client.get(url)))).toBe('connection');
    }
  });

  it('any other status is an answer, which whoever wants a document refuses', async () => {
    for (const status of [201, 204, 400, 404, 500]) {
      const answer = await answering(
        (response) => response.writeHead(status).end(),
        (url) => client.get(url),
      );
      expect(answer.status).toBe(status);
      expect(() => requireOk(answer)).toThrow(`status ${status}`);
    }
  });

  it('nothing of ours is sent along, and no cookie comes back', async () => {
    const requests: unknown[] = [];
    const canary = await startCanary((request, response) => {
      requests.push(request.headers);
      response.setHeader('set-cookie', 'a=b').end('{}');
    });
    const url = `http://127.0.0.1:${canary.port}/`;
    await client.get(url, { accept: 'application/json' });
    await client.get(url, { accept: 'application/json' });
    const [host, agent] = [`127.0.0.1:${canary.port}`, 'Doorward'];
    const sent = { accept: 'application/json', 'accept-encoding': 'identity', connection: 'close' };
    expect(requests).toEqual([
      { host, 'user-agent': agent, ...sent },
      { host, 'user-agent': agent, ...sent },
    ]);
    await canary.close();
  });

  it('one host that hangs takes eight places and no more', async () => {
    const asked: (() => void)[] = [];
    const canary = await startCanary((_request, response) => void asked.push(() => response.end()));
    const url = `http://127.0.0.1:${canary.port}/`;
    const first = Array.from({ length: 8 }, () => client.get(url));
    expect(await reasonOf(client.get(url))).toBe('busy');
    await expect.poll(() => asked.length).toBe(8);
    asked.forEach((answer) => answer());
    await Promise.all(first);
    const late = client.get(url);
    await expect.poll(() => asked.length).toBe(9);
    asked.at(-1)?.();
    expect((await late).status).toBe(200);
    await canary.close();
  });

  it('what hangs takes places of its own purpose only (R08)', async () => {
    const asked: (() => void)[] = [];
    const canary = await startCanary((_request, response) => void asked.push(() => response.end()));
    const url = `http://127.0.0.1:${canary.port}/`;
    const hanging = Array.from({ length: 8 }, () => client.get(url, { purpose: 'request_uri' }));
    expect(await reasonOf(client.get(url, { purpose: 'request_uri' }))).toBe('busy');
    const keys = client.get(url, { purpose: 'jwks_uri' });
    await expect.poll(() => asked.length).toBe(9);
    asked.forEach((answer) => answer());
    expect((await keys).status).toBe(200);
    await Promise.all(hanging);
    await canary.close();
  });

  it('is counted by purpose and outcome, without any URL', async () => {
    const text = await metrics.registry.metrics();
    expect(text).toContain('doorward_outbound_requests_total{purpose="other",outcome="timeout"} 3');
    expect(text).toContain('doorward_outbound_request_duration_seconds_count{purpose="other"}');
    expect(text).not.toMatch(/127\.0\.0\.1|http:/);
  });
});

describe('certificates', () => {
  const names = namesThatAnswer(['127.0.0.1']);
  const { client } = outbound(DEVELOPMENT, names);
  const authorities = tls.getCACertificates();
  let canary: Canary;

  beforeAll(async () => {
    canary = await startCanary(undefined, { tls: APP_EXAMPLE });
  });
  afterAll(async () => {
    tls.setDefaultCACertificates(authorities);
    await canary.close();
  });

  it('of no known authority, or for another host: refused', async () => {
    expect(await reasonOf(client.get(`https://app.example:${canary.port}/`))).toBe('certificate');
    tls.setDefaultCACertificates([...authorities, APP_EXAMPLE.cert]);
    expect(await reasonOf(client.get(`https://other.example:${canary.port}/`))).toBe('certificate');
    expect(await reasonOf(client.get(`https://127.0.0.1:${canary.port}/`))).toBe('certificate');
    expect(canary.hits).toEqual([]);
  });

  it('the right one is checked against the name, though the connection is made to the address', async () => {
    expect((await client.get(`https://app.example:${canary.port}/jwks`)).status).toBe(200);
    expect(canary.hits).toEqual(['GET /jwks']);
  });
});
