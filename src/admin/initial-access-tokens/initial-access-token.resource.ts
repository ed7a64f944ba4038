import { MaybeText, Shown, Text, Time } from '../../api/fields.js';
import type { InitialAccessToken } from '../../registration/initial-access-token.entity.js';

/** A token with which apps may register themselves, as the API shows it. */
export class InitialAccessTokenResource {
  @Text id!: string;
  @Shown({ type: 'string', description: 'What it is for' }) label!: string;
  @Shown({ type: 'integer', description: 'How many apps may register with it' }) max_uses!: number;
  @Shown({ type: 'integer', description: 'How many did' }) used_count!: number;
  @Shown({ type: 'boolean', description: 'Whether every app that registers with it must do PKCE' })
  pkce_required!: boolean;
  @Shown({ type: [String], nullable: true, description: 'What apps may ask for at most; null for everything' })
  allowed_scopes!: readonly string[] | null;
  @MaybeText('Employee number of the user whose apps they become; null for nobody') owner!: string | null;
  @Time('When it was made') created_at!: string;
  @Time('When it ends') expires_at!: string;
}

/** The answer to its making, the only one that shows it. */
export class NewInitialAccessTokenResource extends InitialAccessTokenResource {
  @Shown({ type: 'string', description: 'The token itself, shown this once' }) initial_access_token!: string;
}

export function initialAccessTokenResource(token: InitialAccessToken): InitialAccessTokenResource {
  return {
    id: token.id,
    label: token.label,
    max_uses: token.maxUses,
    used_count: token.usedCount,
    pkce_required: token.policy.pkceRequired,
    allowed_scopes: token.policy.allowedScopes ?? null,
    owner: token.ownerEmployeeId,
    created_at: token.createdAt.toISOString(),
    expires_at: token.expiresAt.toISOString(),
  };
}

/** @param secret the token itself */
export function newInitialAccessTokenResource(
  token: InitialAccessToken,
  secret: string,
): NewInitialAccessTokenResource {
  return Object.assign(initialAccessTokenResource(token), { initial_access_token: secret });
}
