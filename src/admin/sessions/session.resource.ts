import { MaybeText, Shown, Text, Time } from '../../api/fields.js';
import { browserName } from '../../session/browser-name.js';
import type { Session } from '../../session/session.entity.js';

/** A signed-in browser, as the API shows it. Never what the cookie holds. */
export class SessionResource {
  /** The public id (`sid`) that apps know as well. */
  @Text id!: string;
  @Text user_id!: string;
  @Text username!: string;
  @MaybeText('Browser and system, as far as they tell') browser!: string | null;
  @Shown({ type: [String], description: 'How the user signed in (RFC 8176)' }) amr!: readonly string[];
  @Time('When the user signed in the last time') auth_time!: string;
  @Time('When the session began') created_at!: string;
  @Time('When it was used, to the hour') last_seen_at!: string;
  @Time('When it ends at the latest') expires_at!: string;
}

/** @param session with its `user` */
export function sessionResource(session: Session): SessionResource {
  return {
    id: session.sid,
    user_id: session.userId,
    username: session.user?.username ?? '',
    browser: browserName(session.userAgent ?? undefined) ?? null,
    amr: session.amr,
    auth_time: session.authTime.toISOString(),
    created_at: session.createdAt.toISOString(),
    last_seen_at: session.lastSeenAt.toISOString(),
    expires_at: session.expiresAt.toISOString(),
  };
}
