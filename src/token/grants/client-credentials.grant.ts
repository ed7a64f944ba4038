import { sha256 } from '../../crypto/digest.js';
import { ADMIN_API, isAdminScope, requireOwnToken } from '../../protocol/admin-scope.js';
import type { DefinedScopes } from '../../protocol/custom-scope.js';
import { aim } from '../../protocol/resource-indicator.js';
import { narrowScope, SCOPES } from '../../protocol/scope.js';
import type { ClientCredentialsRequest } from '../../protocol/token-request.js';
import { type TokenContext, type TokenSet } from '../token-context.js';
import { type AimedToken, aimedToken, type GrantDefinition, type Presented, type Redemption } from './grant.js';
import type { GrantTools } from './grant-tools.service.js';

/** RFC 6749 §4.4: the client for itself. No user, so no refresh token (§4.4.3) and no scope that only a user can allow. */
export const clientCredentialsGrant: GrantDefinition = {
  isForPublicClients: false,
  redeem: (context: TokenContext<ClientCredentialsRequest>, tools) => new ClientRedemption(context, tools),
};

class ClientRedemption implements Redemption {
  private token: AimedToken | undefined;

  constructor(
    private readonly context: TokenContext<ClientCredentialsRequest>,
    private readonly tools: GrantTools,
  ) {}

  async present(): Promise<Presented> {
    const { client, request } = this.context;
    const defined = await this.tools.catalogue.among(client.scopes);
    await this.noteBeyond(request.scopes.filter((scope) => isAdminScope(scope) && !client.adminScopes.includes(scope)));
    const allowed = client.scopes.filter((scope) => isForClients(scope, defined));
    // What opens the admin API is only ever given when it is asked for.
    const scopes =
      request.scopes.length === 0 ? allowed : narrowScope(request.scopes, [...allowed, ...client.adminScopes]);
    this.token = scopes.some(isAdminScope) ? this.forAdminApi(scopes) : this.aimed(scopes, defined);
    return { userId: null, scopes: this.token.scopes };
  }

  async claim(): Promise<void> {}

  async issue(accessToken: string, granted: readonly string[]): Promise<TokenSet> {
    if (this.token === undefined) throw new Error('nothing was presented');
    const { audience, scopes, lifetime } = this.token;
    const owner = { grantId: null, userId: null, clientRowId: this.context.client.rowId };
    const token = { digest: sha256(accessToken), ...owner, scopes: [...scopes], audience };
    await this.tools.accessTokens.create(token, lifetime);
    return { accessToken, lifetime, scopes, granted };
  }

  /** Rights of the admin API that it does not have. */
  private async noteBeyond(scopes: readonly string[]): Promise<void> {
    if (scopes.length === 0) return;
    const target = { type: 'client', id: this.context.client.clientId } as const;
    const record = { action: 'client.rights_refused', target, failure: 'invalid_scope', details: { scopes } } as const;
    await this.tools.attempts.record(record);
  }

  /** @throws OAuthError `invalid_scope`, `invalid_target` */
  private forAdminApi(scopes: readonly string[]): AimedToken {
    const { issuer, lifetime } = this.tools;
    const audience = `${issuer}${ADMIN_API}`;
    requireOwnToken(scopes, this.context.request.resources, audience);
    return { scopes, audience, lifetime };
  }

  private aimed(scopes: readonly string[], defined: DefinedScopes): AimedToken {
    const { issuer, lifetime } = this.tools;
    return aimedToken(aim(scopes, this.context.request.resources, defined, issuer), lifetime);
  }
}

function isForClients(scope: string, defined: DefinedScopes): boolean {
  const needsUser = defined.get(scope)?.needsUser ?? SCOPES.find(({ name }) => name === scope)?.needsUser;
  return needsUser === false;
}
