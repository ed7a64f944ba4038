import { sha256 } from '../../crypto/digest.js';
import { checkOneAudience } from '../../protocol/admin-scope.js';
import { narrowScope, SCOPES } from '../../protocol/scope.js';
import type { ClientCredentialsRequest } from '../../protocol/token-request.js';
import type { GrantDefinition, Presented, Redemption } from './grant.js';
import { type TokenContext } from '../token-context.js';

const FOR_CLIENTS = SCOPES.filter(({ needsUser }) => !needsUser).map(({ name }) => name);

/** RFC 6749 §4.4: the client for itself. No user, so no refresh token (§4.4.3) and no scope that only a user can allow. */
export const clientCredentialsGrant: GrantDefinition = {
  isForPublicClients: false,
  redeem: ({ client, request }: TokenContext<ClientCredentialsRequest>, { accessTokens, issuer }): Redemption => ({
    async present(): Promise<Presented> {
      const allowed = FOR_CLIENTS.filter((scope) => client.scopes.includes(scope));
      // What opens the admin API is only ever given when it is asked for.
      const scopes =
        request.scopes.length === 0 ? allowed : narrowScope(request.scopes, [...allowed, ...client.adminScopes]);
      checkOneAudience(scopes, request.resources, issuer);
      return { userId: null, scopes };
    },
    async claim() {},
    async issue(accessToken, scopes) {
      const digest = sha256(accessToken);
      const owner = { grantId: null, userId: null, clientRowId: client.rowId };
      await accessTokens.create({ digest, ...owner, scopes: [...scopes] });
      return { accessToken, scopes };
    },
  }),
};
