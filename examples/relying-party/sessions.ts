import { randomBytes } from 'node:crypto';
import type * as client from 'openid-client';

/** What the app knows about a person who is signed in. Tokens stay on the server: the browser holds a random id. */
export interface Session {
  /** The verified claims of the ID token: who signed in, when and how. */
  readonly signIn: client.IDToken;
  user: client.UserInfoResponse;
  accessToken: string;
  /** Epoch milliseconds. */
  accessTokenEnds: number;
  refreshToken: string | undefined;
  /** What was allowed, which may be less than what was asked for. */
  scope: string;
  readonly ends: number;
}

export const SESSION_SECONDS = 8 * 60 * 60;
/** This example keeps sessions in memory; a real app keeps them in its database. */
const MAX_SESSIONS = 10_000;

export class Sessions {
  readonly #sessions = new Map<string, Session>();

  /** Keeps a session under a new id: an id that was known before the login is never used after it. */
  start(session: Session): string {
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size >= MAX_SESSIONS && oldest !== undefined) this.#sessions.delete(oldest);
    const id = randomBytes(32).toString('base64url');
    this.#sessions.set(id, session);
    return id;
  }

  find(id: string | undefined): Session | undefined {
    const session = id === undefined ? undefined : this.#sessions.get(id);
    return session !== undefined && session.ends > Date.now() ? session : undefined;
  }

  end(id: string | undefined): void {
    if (id !== undefined) this.#sessions.delete(id);
  }
}
