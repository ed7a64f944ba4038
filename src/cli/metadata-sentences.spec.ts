import { expect, it } from 'vitest';
import { checkClientMetadata } from '../protocol/client-metadata.js';
import { metadataSentences } from './metadata-sentences.js';

it('a fault of an app is told with its option, its value and a mark below the wrong characters', () => {
  const input = {
    kind: 'server',
    client_name: 'Pho\u200bto',
    redirect_uris: ['https://a.example/cb', 'https://b.example/cb#top'],
    scope: ['nope'],
  };
  const [name, uri, scope, ...more] = metadataSentences(input, checkClientMetadata(input).faults);
  expect(more).toEqual([]);
  // The invisible character is shown as a dot.
  expect(name).toMatch(/^--name: .+\n {2}Pho·to$/);
  expect(uri).toMatch(/^--redirect-uri: .+\n {2}https:\/\/b\.example\/cb#top\n {22}\^+$/);
  expect(scope).toMatch(/^--scope: .+\n {2}nope$/);
});
