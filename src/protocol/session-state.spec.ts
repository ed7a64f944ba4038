import { describe, expect, it } from 'vitest';
import { sessionState } from './session-state.js';

const input = { clientId: 'app', origin: 'https://app.example', browserState: 'state', salt: 'salt' };

describe('OpenID Connect Session Management §3.2 session_state', () => {
  it('is the hash of its parts, and the salt', () => {
    expect(sessionState(input)).toBe('4ca2b64cfe67e32414996d650625a011af070db696c62b72e0061ed618dabbbf.salt');
  });

  it('holds no space (§2)', () => {
    expect(sessionState(input)).toMatch(/^[0-9a-f]{64}\.salt$/);
  });

  it.each([{ clientId: 'b' }, { origin: 'https://b.example' }, { browserState: 'b' }, { salt: 'b' }])(
    'is another one for %o',
    (change) => {
      expect(sessionState({ ...input, ...change })).not.toBe(sessionState(input));
    },
  );
});
