import { describe, expect, it } from 'vitest';
import { idTokenProtection, userinfoProtection } from './response-protection.js';

describe('OpenID Connect Registration §2 how answers are protected', () => {
  it('signs ID tokens by RS256 and leaves userinfo plain when nothing is said', () => {
    expect(idTokenProtection({})).toEqual({ signing: 'RS256' });
    expect(userinfoProtection({})).toEqual({});
  });

  it('signs and encrypts as registered, the content by A128CBC-HS256 when nothing is said', () => {
    expect(
      idTokenProtection({ id_token_signed_response_alg: 'EdDSA', id_token_encrypted_response_alg: 'RSA-OAEP-256' }),
    ).toEqual({ signing: 'EdDSA', encryption: { alg: 'RSA-OAEP-256', enc: 'A128CBC-HS256' } });
    expect(
      userinfoProtection({ userinfo_encrypted_response_alg: 'ECDH-ES', userinfo_encrypted_response_enc: 'A256GCM' }),
    ).toEqual({ encryption: { alg: 'ECDH-ES', enc: 'A256GCM' } });
    expect(userinfoProtection({ userinfo_signed_response_alg: 'ES256' })).toEqual({ signing: 'ES256' });
  });
});
