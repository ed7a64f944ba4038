import { describe, expect, it } from 'vitest';
import { isPairwise, pairwiseSubject, sectorIdentifier } from './subject.js';

const salt = Buffer.alloc(32, 1);

describe('OpenID Connect Core §8 subject identifiers', () => {
  it.each([
    [{}, false],
    [{ subject_type: 'public' }, false],
    [{ subject_type: 'pairwise' }, true],
  ] as const)('%j is pairwise: %s', (metadata, expected) => {
    expect(isPairwise({ metadata })).toBe(expected);
  });

  it.each([
    ['the host of the redirect URI', ['https://a.example:8443/cb'], undefined, 'a.example'],
    ['the one host of several', ['https://a.example/1', 'https://a.example/2'], undefined, 'a.example'],
    ['the host of sector_identifier_uri', ['https://b.example/cb'], 'https://A.example/sector.json', 'a.example'],
    ['none of two hosts', ['https://a.example/', 'https://b.example/'], undefined, undefined],
    ['a private-use scheme', ['com.example.app:/cb'], undefined, 'com.example.app:'],
    ['none of no redirect URI', [], undefined, undefined],
  ])('§8.1 the sector is %s', (_rule, redirectUris, uri, expected) => {
    const metadata = uri === undefined ? {} : { sector_identifier_uri: uri };
    expect(sectorIdentifier({ redirectUris, metadata })).toBe(expected);
  });

  it('§8.1 is the same each time, and differs by sector, user and salt', () => {
    const subjects = [
      pairwiseSubject(salt, 'a.example', 'u1'),
      pairwiseSubject(salt, 'b.example', 'u1'),
      pairwiseSubject(salt, 'a.example', 'u2'),
      pairwiseSubject(Buffer.alloc(32, 2), 'a.example', 'u1'),
    ];
    expect(new Set(subjects).size).toBe(4);
    expect(pairwiseSubject(salt, 'a.example', 'u1')).toBe(subjects[0]);
    // §2: "It MUST NOT exceed 255 ASCII characters in length."
    expect(subjects[0]).toMatch(/^[\w-]{43}$/);
  });
});
