import { describe, expect, it } from 'vitest';
import { COUNTRIES } from './countries.js';
import { addressLines, countryName, type PostalAddress } from './postal-address.js';

describe('postal addresses', () => {
  it.each<[string, PostalAddress, string[]]>([
    [
      'Germany',
      { street_address: 'Unter den Linden 1\nHof 2', postal_code: '10117', locality: 'Berlin', country: 'DE' },
      ['Unter den Linden 1', 'Hof 2', '10117 Berlin', 'Germany'],
    ],
    [
      'the United States',
      { street_address: '1 Main St', postal_code: '02139', locality: 'Cambridge', region: 'MA', country: 'US' },
      ['1 Main St', 'Cambridge MA 02139', 'United States'],
    ],
    ['nowhere in particular', { locality: 'Springfield', region: 'NT' }, ['Springfield', 'NT']],
    ['a country alone', { country: 'JP' }, ['Japan']],
  ])('of %s are written as on a label there', (_where, address, lines) => {
    expect(addressLines(address, 'en')).toEqual(lines);
  });

  it('name the country in the language of the reader', () => {
    expect(countryName('DE', 'fr')).toBe('Allemagne');
    expect(addressLines({ country: 'CH' }, 'de')).toEqual(['Schweiz']);
  });

  it('know every country once, and a name for each', () => {
    expect(COUNTRIES).toHaveLength(250);
    expect(new Set(COUNTRIES).size).toBe(COUNTRIES.length);
    expect(COUNTRIES.filter((code) => !/^[A-Z]{2}$/.test(code) || countryName(code, 'en') === code)).toEqual([]);
  });
});
