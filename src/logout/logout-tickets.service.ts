import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { open, seal } from '../crypto/seal.js';
import { ENDPOINTS } from '../protocol/endpoints.js';
import { OAuthError } from '../protocol/oauth-error.js';
import type { LogoutRequest } from './logout-request.js';

/** Where the browser is told that it is over. */
export const LOGOUT_DONE = `${ENDPOINTS.logout}/done` as const;

/** An address that takes a ticket. */
export type TicketPath = typeof ENDPOINTS.logout | typeof LOGOUT_DONE;

/**
 * A checked request on its way through the browser, from one of our addresses to the next: sealed, so that nobody can read
 * or make one, and bound to the address that it was made for. It needs no row and no end: what it can do is end one
 * session, which is over then.
 */
@Injectable()
export class LogoutTickets {
  constructor(private readonly settings: Settings) {}

  /** The address with the request in it. */
  urlOf(path: TicketPath, request: LogoutRequest): string {
    const { uiLocales } = request;
    const query = { ticket: this.seal(path, request), ...(uiLocales === undefined ? {} : { ui_locales: uiLocales }) };
    return `${path}?${new URLSearchParams(query).toString()}`;
  }

  seal(path: TicketPath, request: LogoutRequest): string {
    return seal(this.settings.secretKeys, contextOf(path), Buffer.from(JSON.stringify(request)));
  }

  /** @throws OAuthError `invalid_request` for anything that was not sealed here for this address */
  open(path: TicketPath, ticket: string): LogoutRequest {
    try {
      return JSON.parse(open(this.settings.secretKeys, contextOf(path), ticket).toString()) as LogoutRequest;
    } catch (cause) {
      throw new OAuthError('invalid_request', 'the ticket is not one of this server', { cause });
    }
  }
}

function contextOf(path: TicketPath): string {
  return `ticket for ${path}`;
}
