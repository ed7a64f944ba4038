import { describe, expect, it } from 'vitest';
import { isBirthdate } from './birthdate.js';

const TODAY = new Date('2026-11-23T12:00:00Z');

describe('birthdates', () => {
  it.each(['1915-12-10', '2000-02-29', '1900-01-01', '2026-11-22'])('accepts %s', (text) => {
    expect(isBirthdate(text, TODAY)).toBe(true);
  });

  it.each([
    '2026-11-24',
    '2999-01-01',
    '1899-12-31',
    '2001-02-29',
    '2000-13-01',
    '2000-00-10',
    '10.12.1915',
    '1915-12-10T00:00',
    '1915-1-1',
    '',
  ])('refuses %j', (text) => {
    expect(isBirthdate(text, TODAY)).toBe(false);
  });
});
