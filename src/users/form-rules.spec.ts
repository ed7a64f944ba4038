import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { hasText } from '../pages/texts.js';
import { CreateUser } from './create-user.dto.js';

const GOOD = { username: 'ada', password: 'a quiet-duck under 7 bridges', email: 'ada@example.com' };

async function check(typed: object): Promise<{ user: CreateUser; faults: Record<string, string> }> {
  const user = plainToInstance(CreateUser, typed);
  const errors = await validate(user, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true });
  return {
    user,
    faults: Object.fromEntries(
      errors.map((error) => [error.property, Object.values(error.constraints ?? {})[0] ?? '']),
    ),
  };
}

describe('a new user', () => {
  it('is kept normalised', async () => {
    const typed = {
      ...GOOD,
      username: ' Ａda ',
      email: ' Ada@BÜCHER.example',
      phone: '+49 (170) 1234567',
      empUserId: ' E-1 ',
      dob: '1990-12-31',
    };
    const { user, faults } = await check(typed);
    expect(faults).toEqual({});
    expect(user).toMatchObject({
      username: 'Ada',
      email: 'Ada@xn--bcher-kva.example',
      phone: '+491701234567',
      empUserId: 'E-1',
    });
  });

  it('keeps the password as it was typed', async () => {
    const { user } = await check({ ...GOOD, password: ' Zoe\u0308 with spaces ' });
    expect(user.password).toBe(' Zoe\u0308 with spaces ');
  });

  it.each([
    ['nothing at all', {}, ['username', 'password', 'email']],
    [
      'numbers',
      { username: 12_345, password: 12_345_678, email: 1, phone: 2, dob: 3, empUserId: 4 },
      ['username', 'password', 'email', 'phone', 'dob', 'empUserId'],
    ],
    [
      'lists',
      { ...GOOD, username: ['ada'], password: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] },
      ['username', 'password'],
    ],
    ['objects', { ...GOOD, email: { toString: 'ada@example.com' }, dob: {} }, ['email', 'dob']],
    ['null', { ...GOOD, username: null }, ['username']],
    ['fields that do not exist', { ...GOOD, role: 'owner' }, ['role']],
    ['empty texts', { username: '', password: '', email: '' }, ['username', 'password', 'email']],
  ])('cannot be made from %s', async (_what, typed, fields) => {
    const { faults } = await check(typed);
    expect(Object.keys(faults).toSorted()).toEqual(fields.toSorted());
  });

  it('has a sentence for every fault', async () => {
    const wrong = [
      { username: 'x', email: 'x', password: 'x', empUserId: '/', dob: 'x', phone: 'x' },
      { ...GOOD, password: 'x'.repeat(129) },
      { ...GOOD, password: 'password1' },
      { ...GOOD, username: 'grace', password: 'grace-is-me' },
    ];
    for (const typed of wrong) {
      const { faults } = await check(typed);
      expect(Object.keys(faults).length).toBeGreaterThan(0);
      for (const key of Object.values(faults)) expect([key, hasText(key)]).toEqual([key, true]);
    }
    for (const field of ['username', 'email', 'empUserId']) expect(hasText(`validation.${field}_taken`)).toBe(true);
    for (const fault of ['unknown_format', 'unreadable', 'too_many_pixels'])
      expect(hasText(`pictures.${fault}`)).toBe(true);
  });
});
