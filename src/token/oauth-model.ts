import type OAuth2Server from '@node-oauth/oauth2-server';
import type { RegisteredClient } from '../clients/registered-client.js';
import { randomToken } from '../crypto/random-token.js';
import type { Presented, Redemption } from './grants/grant.js';
import type { TokenSet } from './token-context.js';

type Client = OAuth2Server.Client;
type Token = OAuth2Server.Token;

/** The library compares with this process's clock; the database's clock has decided by then. */
const DECIDED_BY_DATABASE = new Date(8.64e15);

/** The client as the library wants to see it. It was authenticated before. */
export function libraryClient({ clientId, grantTypes, redirectUris }: RegisteredClient): Client {
  return { id: clientId, grants: [...grantTypes], redirectUris: [...redirectUris] };
}

/**
 * What `@node-oauth/oauth2-server` asks during one access token request. It can do only what this request's grant may
 * do: there is no way from here to another code, token or client.
 */
export class OAuthModel {
  private presented: Presented | undefined;
  private tokens: TokenSet | undefined;

  constructor(
    private readonly client: RegisteredClient,
    private readonly redemption: Redemption,
  ) {}

  async getClient(): Promise<Client> {
    return libraryClient(this.client);
  }

  async getAuthorizationCode(authorizationCode: string): Promise<OAuth2Server.AuthorizationCode> {
    const { scopes, codeChallenge } = await this.present();
    return {
      ...this.holder(),
      authorizationCode,
      expiresAt: DECIDED_BY_DATABASE,
      // Compared by the grant, since the library demands it of OAuth 2.1 clients and answers with the wrong error.
      redirectUri: '',
      scope: [...scopes],
      ...(codeChallenge === null || codeChallenge === undefined ? {} : { codeChallenge, codeChallengeMethod: 'S256' }),
    };
  }

  /** The library calls it before it verifies PKCE: that order is the fix of CVE-2026-41213. */
  async revokeAuthorizationCode(): Promise<boolean> {
    await this.redemption.claim();
    return true;
  }

  async getRefreshToken(refreshToken: string): Promise<OAuth2Server.RefreshToken> {
    const { scopes } = await this.present();
    return { ...this.holder(), refreshToken, scope: [...scopes] };
  }

  /** Not the place to spend the token: the library has not looked at the scope yet. `saveToken` rotates. */
  async revokeToken(): Promise<boolean> {
    return true;
  }

  async getUserFromClient(): Promise<OAuth2Server.User> {
    await this.present();
    return this.holder().user;
  }

  async validateScope(): Promise<string[]> {
    return [...(await this.present()).scopes];
  }

  async generateAccessToken(): Promise<string> {
    return randomToken();
  }

  /** Whether there is one, and which, is the grant's business. */
  async generateRefreshToken(): Promise<string> {
    return '';
  }

  async saveToken({ accessToken, scope = [] }: Pick<Token, 'accessToken' | 'scope'>): Promise<Token> {
    const tokens = await this.redemption.issue(accessToken, scope);
    this.tokens = tokens;
    return {
      ...this.holder(),
      accessToken,
      scope: [...tokens.scopes],
      ...(tokens.refreshToken === undefined ? {} : { refreshToken: tokens.refreshToken }),
    };
  }

  /** What the grant gave: the library's copy of it knows less. */
  issued(): TokenSet {
    if (this.tokens === undefined) throw new Error('the library answered without asking for tokens');
    return this.tokens;
  }

  private async present(): Promise<Presented> {
    this.presented ??= await this.redemption.present();
    return this.presented;
  }

  private holder(): { client: Client; user: OAuth2Server.User } {
    return { client: libraryClient(this.client), user: { id: this.presented?.userId ?? this.client.clientId } };
  }
}
