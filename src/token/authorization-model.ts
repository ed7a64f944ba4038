import type OAuth2Server from '@node-oauth/oauth2-server';
import { v7 } from 'uuid';
import type { RegisteredClient } from '../clients/registered-client.js';
import { sha256 } from '../crypto/digest.js';
import { randomToken } from '../crypto/random-token.js';
import type { AuthorizationRequest } from '../protocol/authorization-request.js';
import type { GrantedClaims } from '../protocol/granted-claims.js';
import { redirectUriMatches } from '../protocol/redirect-uri.js';
import { libraryClient } from './oauth-model.js';
import type { GrantStore } from './store/grant.store.js';

/** A user's decision that becomes a code. */
export interface NewAuthorization {
  readonly client: RegisteredClient;
  readonly userId: string;
  /** The browser session it was made in. */
  readonly sid: string;
  readonly authTime: Date;
  /** How the user signed in (RFC 8176). */
  readonly amr: readonly string[];
  /** Of the user, as the session was found with. */
  readonly credentialsVersion: number;
  /** Validated before. */
  readonly request: AuthorizationRequest;
  /** What the user allowed. */
  readonly scopes: readonly string[];
  /** What the claims parameter adds to them. */
  readonly claims: GrantedClaims | null;
}

type Code = Pick<OAuth2Server.AuthorizationCode, 'authorizationCode'>;

/** What `@node-oauth/oauth2-server` asks while it mints a code. */
export class AuthorizationModel {
  constructor(
    private readonly authorization: NewAuthorization,
    private readonly grants: GrantStore,
  ) {}

  async getClient(): Promise<OAuth2Server.Client> {
    return libraryClient(this.authorization.client);
  }

  async validateRedirectUri(redirectUri: string): Promise<boolean> {
    return redirectUriMatches(this.authorization.client.redirectUris, redirectUri);
  }

  async validateScope(): Promise<string[]> {
    return [...this.authorization.scopes];
  }

  async generateAuthorizationCode(): Promise<string> {
    return randomToken();
  }

  async saveAuthorizationCode({ authorizationCode }: Code): Promise<Code> {
    const { client, userId, sid, authTime, amr, credentialsVersion, request, scopes, claims } = this.authorization;
    await this.grants.create({
      id: v7(),
      userId,
      clientRowId: client.rowId,
      sid,
      authTime,
      amr: [...amr],
      credentialsVersion,
      scopes: [...scopes],
      codeDigest: sha256(authorizationCode),
      codeChallenge: request.codeChallenge ?? null,
      redirectUri: request.redirectUri,
      nonce: request.nonce ?? null,
      claims,
    });
    return { authorizationCode };
  }
}
