import { MaybeText, Shown, Text, Time } from '../../api/fields.js';
import type { AccessToken } from '../../token/access-token.entity.js';
import type { Revoked } from '../../token/token-administration.service.js';

/** A live access token, as the API shows it. Never the token, nor anything that could be made from it. */
export class TokenResource {
  @Shown({ type: 'string', description: 'What it is called by; not the token, and of no use to an app' }) id!: string;
  @Text client_id!: string;
  @Text client_name!: string;
  @MaybeText('Whose data it opens; null for a token that the app has for itself') user_id!: string | null;
  @MaybeText('User name of the same') username!: string | null;
  @MaybeText('The authorization that it came from; null for a token that the app has for itself')
  grant_id!: string | null;
  @Shown({ type: [String] }) scopes!: readonly string[];
  @Time('When it was issued') created_at!: string;
  @Time('When it ends') expires_at!: string;
}

/** @param token with its `client`, and its `user` if it has one */
export function tokenResource(token: AccessToken): TokenResource {
  return {
    id: token.id,
    client_id: token.client?.clientId ?? '',
    client_name: token.client?.clientName ?? '',
    user_id: token.userId,
    username: token.user?.username ?? null,
    grant_id: token.grantId,
    scopes: token.scopes,
    created_at: token.createdAt.toISOString(),
    expires_at: token.expiresAt.toISOString(),
  };
}

/** What ended. */
export class TokenRevocation {
  @Shown({ type: 'integer', description: 'Authorizations of users, with all of their tokens' }) grants!: number;
  @Shown({ type: 'integer', description: 'Tokens that the app had for itself' }) tokens!: number;
}

export function tokenRevocation({ grants, tokens }: Revoked): TokenRevocation {
  return { grants, tokens };
}
