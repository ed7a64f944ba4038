import { describe, expect, it } from 'vitest';
import { parseBoundedYaml, valuesOf } from './bounded-yaml.js';

function faultsOf(text: string): string[] {
  const parsed = parseBoundedYaml(text);
  return 'faults' in parsed ? parsed.faults.map(({ offset, message }) => `${offset} ${message}`) : [];
}

describe('YAML from somebody who means ill', () => {
  // Without a bound the first costs minutes, the second the process, the fourth the better part of an hour.
  it.each([
    ['keys within keys', `${'? '.repeat(500)}a`, 'This is nested too deeply.'],
    ['many more of them', `${'? '.repeat(125_000)}a`, 'This is nested too deeply.'],
    ['lists within lists', '['.repeat(250_000), 'This is nested too deeply.'],
    ['aliases of aliases', `- &a [x]\n${'- *a\n'.repeat(101)}`, 'Use at most 100 aliases.'],
  ])('%s are refused', (_what, text, message) => {
    expect(faultsOf(text)).toEqual([`0 ${message}`]);
  });

  it('many keys are read one by one', () => {
    const text = Array.from({ length: 60_000 }, (_none, number) => `k${number}:\n`).join('');
    expect(faultsOf(text)).toEqual([]);
  });

  it('keys are texts, each once in its map', () => {
    expect(faultsOf('? [a, b]\n: 1\n')).toEqual(['2 Write a text as the key.']);
    expect(faultsOf('a: 1\nb: { c: 1, c: 2, a: 3 }\n"a": 2\n')).toEqual([
      '16 This key is there twice.',
      '29 This key is there twice.',
    ]);
  });

  it('what a configuration holds is not too deep', () => {
    const text =
      'clients:\n  client_a:\n    jwks:\n      keys:\n        - { kty: RSA, key_ops: [verify], oth: [{ r: x }] }\n';
    const parsed = parseBoundedYaml(text);
    expect('document' in parsed && valuesOf(parsed.document)?.values).toMatchObject({
      clients: { client_a: { jwks: { keys: [{ key_ops: ['verify'], oth: [{ r: 'x' }] }] } } },
    });
  });
});
