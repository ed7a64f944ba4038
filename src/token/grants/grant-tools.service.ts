import { Inject, Injectable } from '@nestjs/common';
import { AuditAttempts } from '../../audit/audit-attempts.service.js';
import { Settings } from '../../config/settings.js';
import { ScopeCatalogue } from '../../scopes/scope-catalogue.service.js';
import { RefreshTokens } from '../refresh-tokens.js';
import { AccessTokenStore } from '../store/access-token.store.js';
import { GrantStore } from '../store/grant.store.js';

/** What the grants work with. */
@Injectable()
export class GrantTools {
  @Inject() readonly attempts!: AuditAttempts;
  readonly issuer: string;
  /** Seconds that an access token lives unless its resource server says otherwise. */
  readonly lifetime: number;

  constructor(
    readonly grants: GrantStore,
    readonly accessTokens: AccessTokenStore,
    readonly refreshTokens: RefreshTokens,
    readonly catalogue: ScopeCatalogue,
    { issuer, lifetimes }: Settings,
  ) {
    this.issuer = issuer;
    this.lifetime = lifetimes.accessToken;
  }
}
