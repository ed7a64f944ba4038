import { describe, expect, it } from 'vitest';
import { formatTable, printable } from './table.js';

describe('a table on the terminal', () => {
  it('aligns its columns and leaves no white space at the end of a line', () => {
    expect(
      formatTable(
        ['NAME', 'ID'],
        [
          ['ada', '1'],
          ['grace', ''],
        ],
      ),
    ).toBe('NAME   ID\nada    1\ngrace\n');
  });

  it('lets no name move the cursor, change colours or turn the text around', () => {
    expect(printable('a\u001b[31mb\r\nc\u202ed\u0000')).toBe('a [31mb c d ');
    expect(formatTable(['NAME'], [['two\nlines']])).toBe('NAME\ntwo lines\n');
  });
});
