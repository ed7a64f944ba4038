import { MaybeTime, Shown, Text, Time } from '../../api/fields.js';
import type { Grant } from '../../token/grant.entity.js';
import { partiesOf } from '../issued.resource.js';

/** One authorization of one user for one app, as the API shows it: code, refresh token and access tokens belong to it. */
export class GrantResource {
  @Text id!: string;
  @Text user_id!: string;
  @Text username!: string;
  @Text client_id!: string;
  @Text client_name!: string;
  @Shown({ type: [String], description: 'What the user authorized' }) scopes!: readonly string[];
  @Shown({ type: 'string', description: 'The browser session that it was made in (`sid`)' }) session_id!: string;
  @Shown({ type: [String], description: 'How the user had signed in (RFC 8176)' }) amr!: readonly string[];
  @Time('When the user had signed in') auth_time!: string;
  @Time('When the user authorized it') created_at!: string;
  @MaybeTime('When the app got its first tokens; null while its code waits') redeemed_at!: string | null;
  @MaybeTime('When the app got tokens the last time') last_used_at!: string | null;
  @Time('When it ends unless the app uses it') expires_at!: string;
}

/** @param grant with its `user` and `client` */
export function grantResource(grant: Grant): GrantResource {
  return {
    id: grant.id,
    ...partiesOf(grant),
    scopes: grant.scopes,
    session_id: grant.sid,
    amr: grant.amr,
    auth_time: grant.authTime.toISOString(),
    created_at: grant.createdAt.toISOString(),
    redeemed_at: grant.consumedAt?.toISOString() ?? null,
    last_used_at: grant.lastUsedAt?.toISOString() ?? null,
    expires_at: endOf(grant).toISOString(),
  };
}

/** The row may stay a little longer: until the last access token has ended, too. */
function endOf({ expiresAt, refreshIdleExpiresAt: idle, refreshAbsoluteExpiresAt: absolute }: Grant): Date {
  return new Date(Math.min(expiresAt.getTime(), Number(idle ?? expiresAt), Number(absolute ?? expiresAt)));
}
