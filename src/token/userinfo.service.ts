import { Injectable } from '@nestjs/common';
import type { Client } from '../clients/client.entity.js';
import { ClientService } from '../clients/client.service.js';
import { Settings } from '../config/settings.js';
import { sha256 } from '../crypto/digest.js';
import { bearerError } from '../protocol/bearer-token.js';
import { userinfoClaimNames } from '../protocol/granted-claims.js';
import { userinfoProtection } from '../protocol/response-protection.js';
import type { AccessToken } from './access-token.entity.js';
import { ClientJwts } from './client-jwts.service.js';
import { AccessTokenStore } from './store/access-token.store.js';
import { Subjects } from './subjects.service.js';
import { userClaims } from './user-claims.js';

export interface UserinfoAnswer {
  readonly contentType: string;
  readonly body: string;
}

/** Tells an app about the user that its access token stands for (OpenID Connect Core §5.3). One SELECT. */
@Injectable()
export class UserinfoService {
  constructor(
    private readonly accessTokens: AccessTokenStore,
    private readonly subjects: Subjects,
    private readonly jwts: ClientJwts,
    private readonly clients: ClientService,
    private readonly settings: Settings,
  ) {}

  /** @throws OAuthError `invalid_token`, `insufficient_scope`, with the challenge that RFC 6750 §3 asks for */
  async answer(presented: string): Promise<UserinfoAnswer> {
    const token = await this.accessTokens.live(sha256(presented));
    if (token?.client === undefined)
      throw bearerError('invalid_token', 'the access token is wrong, expired or revoked');
    // Whoever it was shown to could read the person's data with it otherwise (attack A24).
    if (token.audience !== null) throw bearerError('invalid_token', 'the access token is for another resource server');
    return this.protect(token.client, await this.claims(token, token.client));
  }

  private async claims({ user, scopes, grant }: AccessToken, client: Client): Promise<object> {
    if (!user) throw bearerError('insufficient_scope', 'this access token stands for a client, not for a user');
    const names = userinfoClaimNames(scopes, grant?.claims ?? null, client.scopes);
    return { sub: await this.subjects.of(client, user.id), ...userClaims(user, names, this.settings.issuer) };
  }

  /** §5.3.2: plain, or as the client registered: "If signed, the UserInfo Response MUST contain the Claims iss […] and aud". */
  private async protect({ clientId, metadata }: Client, claims: object): Promise<UserinfoAnswer> {
    const protection = userinfoProtection(metadata);
    if (protection.signing === undefined && protection.encryption === undefined) {
      return { contentType: 'application/json; charset=utf-8', body: JSON.stringify(claims) };
    }
    const client = await this.clients.find(clientId);
    if (client === undefined) throw bearerError('invalid_token', 'the app is gone');
    const addressed = { iss: this.settings.issuer, aud: clientId, ...claims };
    return { contentType: 'application/jwt', body: await this.jwts.make(client, addressed, protection) };
  }
}
