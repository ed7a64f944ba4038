import { Injectable } from '@nestjs/common';
import type { RegisteredClient } from '../clients/registered-client.js';
import { Settings } from '../config/settings.js';
import { idTokenClaimNames } from '../protocol/granted-claims.js';
import { idTokenClaims } from '../protocol/id-token.js';
import { idTokenProtection } from '../protocol/response-protection.js';
import { ClientJwts } from './client-jwts.service.js';
import { Subjects } from './subjects.service.js';
import type { TokenSet } from './token-context.js';
import { userClaims } from './user-claims.js';

/** Issues ID tokens (OpenID Connect Core §2). They are not stored: what they say is on the grant's row. */
@Injectable()
export class IdTokens {
  constructor(
    private readonly jwts: ClientJwts,
    private readonly subjects: Subjects,
    private readonly settings: Settings,
  ) {}

  /** The ID token beside these tokens (§3.1.3.3, §12.2); none without the scope `openid`, or without a user. */
  async beside(
    { signIn, granted: scopes, accessToken }: TokenSet,
    client: RegisteredClient,
  ): Promise<string | undefined> {
    if (signIn === undefined || !scopes.includes('openid')) return undefined;
    const { issuer, lifetimes } = this.settings;
    const protection = idTokenProtection(client.metadata);
    const aboutUser = userClaims(signIn.user, idTokenClaimNames(scopes, signIn.claims, client.scopes), issuer);
    const aboutSignIn = idTokenClaims({
      issuer,
      clientId: client.clientId,
      subject: await this.subjects.of(client, signIn.user.id),
      signIn,
      accessToken,
      alg: protection.signing,
      issuedAt: new Date(),
      lifetime: lifetimes.idToken,
    });
    return this.jwts.make(client, { ...aboutUser, ...aboutSignIn }, protection);
  }
}
