import { Injectable } from '@nestjs/common';
import type { RegisteredClient } from '../clients/registered-client.js';
import { Settings } from '../config/settings.js';
import { SigningKeys } from '../keys/signing-keys.service.js';
import { DEFAULT_SIGNING_ALG } from '../protocol/jose-algs.js';
import { LOGOUT_TOKEN_TYPE, logoutTokenClaims } from '../protocol/logout-token.js';
import { Subjects } from '../token/subjects.service.js';

/** Signs logout tokens (OpenID Connect Back-Channel Logout §2.4). */
@Injectable()
export class LogoutTokens {
  constructor(
    private readonly keys: SigningKeys,
    private readonly subjects: Subjects,
    private readonly settings: Settings,
  ) {}

  /**
   * A token for this app, by the algorithm that its ID tokens are signed with.
   * @param told.id the same whenever this logout is told again
   */
  async sign(
    client: RegisteredClient,
    { userId, sid, id }: { readonly userId: string; readonly sid: string; readonly id: string },
  ): Promise<string> {
    const { clientId, metadata } = client;
    const subject = await this.subjects.of(client, userId);
    const claims = logoutTokenClaims({ issuer: this.settings.issuer, clientId, subject, sid, id, now: new Date() });
    const alg = metadata.id_token_signed_response_alg ?? DEFAULT_SIGNING_ALG;
    return this.keys.sign(claims, { alg, typ: LOGOUT_TOKEN_TYPE });
  }
}
