import { describe, expect, it } from 'vitest';
import { phoneNumberE164 } from './phone-number.js';

describe('phone numbers', () => {
  it.each([
    ['+49 170 1234567', '+491701234567'],
    ['+1 (415) 555-2671', '+14155552671'],
    ['0044 20 7946 0958', '+442079460958'],
    ['+49/170/1234567', '+491701234567'],
    ['＋４９ 170 1234567', '+491701234567'],
  ])('keeps %s as %s (E.164)', (typed, kept) => {
    expect(phoneNumberE164(typed)).toBe(kept);
  });

  it.each([
    '0170 1234567',
    '+49',
    '+999 12345',
    'call me',
    '+49 170 12345671234567',
    '+1 555 ext. 7',
    '+49 170 CALLNOW',
    '',
    '+',
  ])('refuses %j', (typed) => {
    expect(phoneNumberE164(typed)).toBeUndefined();
  });
});
