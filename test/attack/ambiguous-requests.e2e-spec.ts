import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Throttle } from '../../src/throttle/throttle.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { freePort } from '../support/free-port.js';

const BASIC = 'Authorization: Basic YTpi';

describe('requests that a proxy in front may read differently (attacks A18, A41)', () => {
  let served: TestApp;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    served = await startApp({}, port);
  });
  afterAll(() => served.close());

  it.each([
    ['two Host headers', 'GET /health/live', ['Host: a.example', 'Host: b.example']],
    ['the absolute form', 'GET http://evil.example/health/live', ['Host: a.example']],
    ['a path that begins with two slashes', 'GET //evil.example/login', ['Host: a.example']],
    ['a length and chunks', 'POST /token', ['Host: a', 'Content-Length: 4', 'Transfer-Encoding: chunked']],
    ['two lengths', 'POST /token', ['Host: a', 'Content-Length: 4', 'Content-Length: 5']],
    ['a folded header', 'GET /health/live', ['Host: a', 'X-A: b\r\n c']],
  ])('%s: refused', async (_name, line, headers) => {
    const answer = await raw([`${line} HTTP/1.1`, ...headers, 'Connection: close']);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toMatch(/location:/i);
  });

  it('two Authorization headers: refused as such, not judged by the first', async () => {
    const body = 'grant_type=client_credentials';
    const form = ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`];
    const request = (...credentials: string[]) =>
      raw(['POST /token HTTP/1.1', 'Host: a', ...credentials, ...form, 'Connection: close', '', body]);
    expect(await request(BASIC)).toMatch(/^HTTP\/1\.1 401 [^]*"invalid_client"/);
    expect(await request(BASIC, BASIC)).toMatch(/^HTTP\/1\.1 400 [^]*"invalid_request"/);
  });

  it('an ordinary request over the same socket code is answered', async () => {
    const answer = await raw(['GET /health/live HTTP/1.1', 'Host: a.example', 'Connection: close']);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('forwarded headers of a stranger change neither address, scheme nor cookies', async () => {
    const body = 'username=nobody&password=wrong-password';
    await raw([
      'POST /login HTTP/1.1',
      'Host: localhost',
      'X-Forwarded-For: 203.0.113.99',
      'X-Forwarded-Proto: https',
      'X-Forwarded-Host: evil.example',
      'Forwarded: for=203.0.113.99;proto=https;host=evil.example',
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${body.length}`,
      'Connection: close',
      '',
      body,
    ]);
    const counters = await served.source.getRepository(Throttle).find();
    const keys = counters.map(({ key }) => key).join(' ');
    expect(keys).toContain('network:127.0.0.1');
    expect(keys).not.toContain('203.0.113.99');
  });

  /** Sends the lines as they are and returns the whole answer. */
  function raw(lines: readonly string[]): Promise<string> {
    const text = lines.includes('') ? lines.join('\r\n') : `${lines.join('\r\n')}\r\n\r\n`;
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket.setEncoding('latin1');
      socket.on('data', (chunk: string) => {
        answer += chunk;
      });
      socket.once('close', () => resolve(answer));
      socket.once('error', reject);
    });
  }
});
