import { describe, expect, it } from 'vitest';
import { loginKey } from './login-key.js';

describe('what a login is found by', () => {
  it('is one key for every spelling of an address', () => {
    const key = { column: 'emailKey', key: 'x@example.com' };
    for (const typed of ['x@example.com', ' X@EXAMPLE.com ', 'x＠example.com', 'x﹫example.com', 'x@example。com']) {
      expect(loginKey(typed)).toEqual(key);
    }
  });

  it('is one key for every spelling of a user name', () => {
    for (const typed of ['ada', ' ADA ', 'ａｄａ'])
      expect(loginKey(typed)).toEqual({ column: 'usernameKey', key: 'ada' });
  });
});
