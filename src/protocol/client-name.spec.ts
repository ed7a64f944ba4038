import { describe, expect, it } from 'vitest';
import { clientNameFault, tidyClientName } from './client-name.js';

describe('names of apps', () => {
  it.each([
    'Acme Photos',
    'X',
    '7-Eleven',
    'Café & Crème (beta)',
    '写真アプリ',
    'תמונות',
    'تطبيق الصور',
    'चित्र',
    'Ảnh đẹp',
    'Photos 📷',
    '<b>Acme</b> "Photos"',
    'x'.repeat(100),
  ])('may be %s', (name) => {
    expect(clientNameFault(tidyClientName(name))).toBeUndefined();
  });

  it('are stored tidy', () => {
    expect(tidyClientName('  Acme \t\r\n\u2028 Photos  ')).toBe('Acme Photos');
    expect(tidyClientName('Cafe\u0301')).toBe('Caf\u00e9');
  });

  it('are asked for when they are missing', () => {
    expect(clientNameFault('')).toContain('Give the app the name');
  });

  it.each([
    ['', 'nothing'],
    [' \t\r\n', 'white space'],
    ['!?...', 'signs alone'],
    ['📷', 'a picture alone'],
    ['x'.repeat(101), 'too many letters'],
    ['Acme\0', 'a NUL'],
    ['Acme\u001b[31m', 'an escape'],
    ['Acme\u007f', 'a DEL'],
    ['Goo\u200bgle', 'a space of no width'],
    ['Goo\u200dgle', 'a joiner of no width'],
    ['Acme\u202egpj.exe', 'text turned around'],
    ['\u2066Acme\u2069', 'an isolated direction'],
    ['Acme\u00adPhotos', 'a soft hyphen'],
    ['\u3164', 'a letter drawn as nothing'],
    ['Acme\u115fPhotos', 'a filler'],
    ['Acme\u2800Photos', 'an empty braille cell'],
    ['Acme\ud800', 'half a character'],
    ['Acme\ue000', 'a letter of private use'],
    [`A${'\u0336\u0337\u0338\u0335'.repeat(3)}`, 'stacked accents'],
  ])('may not be %j: %s (attack A23)', (name) => {
    expect(clientNameFault(tidyClientName(name))).toMatch(/^[A-Z].*\.$/);
  });
});
