import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Settings } from '../config/settings.js';
import { randomToken } from '../crypto/random-token.js';
import type { AuthorizationRequest } from '../protocol/authorization-request.js';
import { sessionState } from '../protocol/session-state.js';
import { browserState } from '../session/browser-state.js';

const SALT_BYTES = 12;

/** The `session_state` of authorization responses (OpenID Connect Session Management §2). */
@Injectable()
export class SessionStates {
  constructor(private readonly settings: Settings) {}

  /** For an OpenID request of an app that has an origin to ask from; nothing for any other. */
  of(
    reply: FastifyReply,
    { clientId, redirectUri, scopes }: Pick<AuthorizationRequest, 'clientId' | 'redirectUri' | 'scopes'>,
  ): { session_state?: string } {
    if (!scopes.includes('openid')) return {};
    // As a browser serialises it in a message. A private-use scheme has none.
    const { origin } = new URL(redirectUri);
    if (origin === 'null') return {};
    const state = browserState(reply, this.settings);
    return { session_state: sessionState({ clientId, origin, browserState: state, salt: randomToken(SALT_BYTES) }) };
  }
}
