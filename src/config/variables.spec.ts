import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VARIABLES } from './variables.js';

const DOCUMENT = new URL('../../docs/configuration.md', import.meta.url);

/** Rows of the document's tables as cells, without the rows of headings. */
function documentedRows(): string[][] {
  return readFileSync(DOCUMENT, 'utf8')
    .split('\n')
    .filter((line) => /^\| `[A-Z_]+`/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('the list of variables', () => {
  it('is what docs/configuration.md says, in the same order and the same words', () => {
    const rows = Object.values(VARIABLES).map(({ name, defaultText, effect }) => [
      `\`${name}\``,
      `\`${defaultText}\``,
      effect,
    ]);
    expect(
      documentedRows().map(([name, value, effect]) => [name, `\`${value?.replaceAll('`', '')}\``, effect]),
    ).toEqual(rows);
  });

  it('names each variable once, under its own name', () => {
    for (const [key, { name }] of Object.entries(VARIABLES)) expect(name).toBe(key);
  });
});
