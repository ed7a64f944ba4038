import { describe, expect, it } from 'vitest';
import { localPath } from './return-to.js';

describe('return_to', () => {
  it.each([
    '/',
    '/account',
    '/apps/new?kind=server',
    '/account/apps?page=2',
    '/authorize?redirect_uri=https%3A%2F%2Fa.example%2Fcb',
  ])('keeps the local path %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([
    undefined,
    '',
    'account',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%2fevil.example',
    '/%5Cevil.example',
    '/x//evil.example',
    '/./\u002fevil.example',
    '/..//evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    '/\tx',
    '/\n/evil.example',
    ' /account',
    '/ä',
    '/account#@evil.example',
    `/${'a'.repeat(2_000)}`,
  ])('sends %j to the home page: no open redirect', (path) => {
    expect(localPath(path)).toBe('/');
  });
});
