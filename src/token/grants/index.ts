import type { GrantType } from '../../protocol/grant-types.js';
import { authorizationCodeGrant } from './authorization-code.grant.js';
import { clientCredentialsGrant } from './client-credentials.grant.js';
import type { GrantDefinition } from './grant.js';
import { refreshTokenGrant } from './refresh-token.grant.js';

/** Every grant of the token endpoint: one for each type that a client can be registered for. */
export const GRANTS: Readonly<Record<GrantType, GrantDefinition>> = {
  authorization_code: authorizationCodeGrant,
  refresh_token: refreshTokenGrant,
  client_credentials: clientCredentialsGrant,
};
