import { describe, expect, it } from 'vitest';
import { checkAddresses, checkedTarget, hostOf, isAddress } from './target.js';

/** Every way to write an address of one's own that URL parsers know (attack A30). */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['https://127.0.0.1/', '127.0.0.1'],
  ['https://127.1/', '127.0.0.1'],
  ['https://2130706433/', '127.0.0.1'],
  ['https://0x7f000001/', '127.0.0.1'],
  ['https://0x7f.0.0.1/', '127.0.0.1'],
  ['https://0177.0.0.1/', '127.0.0.1'],
  ['https://017700000001/', '127.0.0.1'],
  ['https://%31%32%37.0.0.1/', '127.0.0.1'],
  ['https://１２７.０.０.１/', '127.0.0.1'],
  ['https://127。0。0。1/', '127.0.0.1'],
  ['https://0/', '0.0.0.0'],
  ['https://[::1]/', '::1'],
  ['https://[0:0:0:0:0:0:0:1]/', '::1'],
  ['https://[::ffff:127.0.0.1]/', '::ffff:7f00:1'],
  ['https://[::ffff:7f00:1]/', '::ffff:7f00:1'],
  ['https://[64:ff9b::7f00:1]/', '64:ff9b::7f00:1'],
  ['https://[::127.0.0.1]/', '::7f00:1'],
  ['https://[fe80::1]/', 'fe80::1'],
  ['https://169.254.169.254/latest/meta-data', '169.254.169.254'],
  ['https://0xa9fea9fe/', '169.254.169.254'],
  ['https://2852039166/', '169.254.169.254'],
];

describe('what may be fetched', () => {
  it.each(SPELLINGS)('%s is read as an address and refused', (text, address) => {
    const url = checkedTarget(text, false);
    expect(hostOf(url)).toBe(address);
    expect(isAddress(hostOf(url))).toBe(true);
    expect(() => checkAddresses([hostOf(url)], url, false)).toThrow('not on the public Internet');
  });

  it.each([
    ['', 'not a URL'],
    ['/jwks', 'not a URL'],
    ['https://[fe80::1%25eth0]/', 'not a URL'],
    ['https://256.1.1.1/', 'not a URL'],
    [`https://app.example/${'a'.repeat(2_000)}`, 'not a URL'],
    ['http://app.example/', 'begin with https'],
    ['http://127.0.0.1/', 'begin with https'],
    ['file:///etc/passwd', 'begin with https'],
    ['ftp://app.example/', 'begin with https'],
    ['data:application/json,{}', 'begin with https'],
    ['gopher://app.example/', 'begin with https'],
    ['https://user@app.example/', 'user name'],
    ['https://:password@app.example/', 'user name'],
    ['https://app.example:22/', 'port'],
    ['https://app.example:25/', 'port'],
    ['https://app.example:0/', 'port'],
  ])('%s is refused', (text, reason) => {
    expect(() => checkedTarget(text, false)).toThrow(reason);
  });

  it.each(['https://app.example/jwks?a=b', 'https://app.example:443/', 'https://app.example:8443/'])(
    '%s may',
    (text) => {
      expect(() => checkedTarget(text, false)).not.toThrow();
    },
  );

  it('one special address among public ones is enough to refuse, and no address too', () => {
    const url = new URL('https://app.example/');
    expect(() => checkAddresses(['8.8.8.8', '2606:4700::1111'], url, false)).not.toThrow();
    expect(() => checkAddresses(['8.8.8.8', '10.0.0.1'], url, false)).toThrow('public Internet');
    expect(() => checkAddresses(['8.8.8.8', '127.0.0.1'], url, false)).toThrow('public Internet');
    expect(() => checkAddresses([], url, false)).toThrow('public Internet');
  });

  it('in development: http on this machine, and nothing else besides', () => {
    const url = checkedTarget('http://localhost:4000/jwks', true);
    expect(() => checkAddresses(['127.0.0.1', '::1'], url, true)).not.toThrow();
    for (const address of ['10.0.0.1', '169.254.169.254', '0.0.0.0', '::ffff:7f00:1', '8.8.8.8']) {
      expect(() => checkAddresses([address], url, true)).toThrow('public Internet');
    }
    expect(() => checkAddresses(['8.8.8.8'], new URL('https://app.example/'), true)).not.toThrow();
    expect(() => checkAddresses(['10.0.0.1'], new URL('https://app.example/'), true)).toThrow('public Internet');
  });
});
