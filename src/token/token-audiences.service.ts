import { Injectable } from '@nestjs/common';
import type { RegisteredClient } from '../clients/registered-client.js';
import { Settings } from '../config/settings.js';
import { ADMIN_API } from '../protocol/admin-scope.js';
import { stillDefined } from '../protocol/custom-scope.js';
import { ScopeCatalogue } from '../scopes/scope-catalogue.service.js';
import type { AccessToken } from './access-token.entity.js';
import type { Grant } from './grant.entity.js';
import { Standing } from './grants/grant.js';

/** What an access token is worth where it is to be used. */
export interface TokenAudience {
  /** What it still opens there. */
  readonly scopes: readonly string[];
  /** The app of its resource server. */
  readonly clientRowId: string | null;
}

/** Knows for which resource servers tokens are. */
@Injectable()
export class TokenAudiences {
  readonly issuer: string;

  constructor(
    readonly catalogue: ScopeCatalogue,
    { issuer }: Settings,
  ) {
    this.issuer = issuer;
  }

  /** @returns undefined when its resource server is not in use, or came later. Two statements at most, or none. */
  async of({ audience, scopes, createdAt }: AccessToken): Promise<TokenAudience | undefined> {
    const defined = await this.catalogue.among(scopes);
    const still = stillDefined(scopes, createdAt, defined);
    if (audience === null || audience === `${this.issuer}${ADMIN_API}`) return { scopes: still, clientRowId: null };
    const target = await this.catalogue.target(audience);
    if (target === undefined || target.createdAt > createdAt) return undefined;
    return { scopes: still, clientRowId: target.clientRowId };
  }

  /** What the client may still have of what was granted to it. */
  async stillGranted(grant: Grant, client: RegisteredClient): Promise<readonly string[]> {
    return (await Standing.of(grant, { client }, this)).scopes;
  }
}
