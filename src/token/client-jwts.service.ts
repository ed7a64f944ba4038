import { Injectable } from '@nestjs/common';
import { CompactEncrypt, type JWTPayload } from 'jose';
import { ClientKeys } from '../clients/client-keys.service.js';
import type { RegisteredClient } from '../clients/registered-client.js';
import { SigningKeys } from '../keys/signing-keys.service.js';
import type { ResponseProtection } from '../protocol/response-protection.js';

/** Makes the JWTs that a client gets: signed by this server, encrypted for the client, as it registered. */
@Injectable()
export class ClientJwts {
  constructor(
    private readonly signingKeys: SigningKeys,
    private readonly clientKeys: ClientKeys,
  ) {}

  /**
   * OpenID Connect Core §10.2: "sign then encrypt"; RFC 7519 §5.2: `cty` tells that a JWT is inside.
   * @throws OAuthError when the client wants encryption but has no key for it
   */
  async make(client: RegisteredClient, claims: JWTPayload, protection: ResponseProtection): Promise<string> {
    const { signing, encryption } = protection;
    const signed =
      signing === undefined ? undefined : await this.signingKeys.sign(claims, { alg: signing, typ: 'JWT' });
    if (encryption === undefined) {
      if (signed === undefined) throw new Error('a JWT is signed, encrypted, or both');
      return signed;
    }
    const { key, kid } = await this.clientKeys.encryptionKey(client, encryption.alg);
    const content = signed ?? JSON.stringify(claims);
    return new CompactEncrypt(new TextEncoder().encode(content))
      .setProtectedHeader({
        ...encryption,
        ...(kid === undefined ? {} : { kid }),
        ...(signed === undefined ? {} : { cty: 'JWT' }),
      })
      .encrypt(key);
  }
}
