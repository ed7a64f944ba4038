import { describe, expect, it } from 'vitest';
import { textFault, tidyLine, tidyLines } from './personal-text.js';

describe('texts about a person', () => {
  it('are kept composed and without idle space', () => {
    expect(tidyLine('  Ada \t\u00a0 King\r\nLovelace ')).toBe('Ada King Lovelace');
    expect(tidyLine('Zoe\u0308')).toBe('Zo\u00eb');
    expect(tidyLines('  12  St James’s Square\r\n\r\n \n Flat 3 \r')).toBe('12 St James’s Square\nFlat 3');
  });

  it.each([
    'Ada',
    'X Æ A-12',
    'Jean-Luc O’Neill',
    '王秀英',
    'نور الهدى',
    'علی\u200cرضا',
    'क्\u200dष',
    'Nguyễn',
    '🦄',
    '👩\u200d🚀',
    '10115',
    'x'.repeat(100),
    '🦄'.repeat(100),
  ])('may be %s', (text) => {
    expect(textFault(tidyLine(text), 100)).toBeUndefined();
  });

  it.each([
    ['x'.repeat(101), 'text_too_long'],
    ['Ada\0', 'text_characters'],
    ['Ada\u001b[31m', 'text_characters'],
    ['Ada\u007f', 'text_characters'],
    ['\u202eecalevoL', 'text_characters'],
    ['Ada\u2066\u2069', 'text_characters'],
    ['Ada\u200f', 'text_characters'],
    ['A\u200bda', 'text_characters'],
    ['Ada\u2028Lovelace\u3164', 'text_characters'],
    ['\u200d', 'text_characters'],
    ['\u0301', 'text_characters'],
    ['Ada\ud800', 'text_characters'],
    ['Ada\ue000', 'text_characters'],
    ['A\u0336\u0337\u0338\u0335da', 'text_characters'],
    ['', 'text_characters'],
  ])('may not be %j', (text, fault) => {
    expect(textFault(tidyLine(text), 100)).toBe(fault);
  });

  it('may have as many lines as there is room for', () => {
    expect(textFault('a\nb\nc\nd', 100, 4)).toBeUndefined();
    expect(textFault('a\nb\nc\nd\ne', 100, 4)).toBe('text_too_long');
    expect(textFault('a\nb', 100)).toBe('text_too_long');
  });
});
