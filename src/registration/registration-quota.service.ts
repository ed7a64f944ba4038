import { Injectable } from '@nestjs/common';
import { ClientService } from '../clients/client.service.js';
import { OAuthError } from '../protocol/oauth-error.js';
import { networkOf } from '../throttle/network.js';
import { type Limit, ThrottleService, TooManyAttemptsError } from '../throttle/throttle.service.js';

/** Registrations that one network may make without a token. */
const PER_NETWORK: Limit = { points: 20, seconds: 60 * 60 };
/** Changes that one app may try to make: each may have addresses fetched, also one that is refused. */
const UPDATES: Limit = { points: 60, seconds: 60 * 60 };
/** Apps that registered themselves and were never used; those of all networks together. */
const MAX_UNUSED = 1_000;
/** Seconds. The clean-up makes room day by day. */
const RETRY_WHEN_FULL = 60 * 60;

/** How much strangers may register (attack A29). Whoever has an initial access token is bounded by its uses. */
@Injectable()
export class RegistrationQuota {
  constructor(
    private readonly throttle: ThrottleService,
    private readonly clients: ClientService,
  ) {}

  /**
   * Counts one registration. A soft bound: several at once may exceed the second limit by a few.
   * @throws OAuthError `temporarily_unavailable`
   */
  async take(address: string): Promise<void> {
    await this.count(`register:${networkOf(address)}`, PER_NETWORK, 'too many registrations from this network');
    if ((await this.clients.countUnused()) < MAX_UNUSED) return;
    throw tooMany('too many registered apps were never used: try again later', RETRY_WHEN_FULL);
  }

  /**
   * Counts one change of this app's registration.
   * @throws OAuthError `temporarily_unavailable`
   */
  async takeUpdate(clientRowId: string): Promise<void> {
    await this.count(`registration-update:${clientRowId}`, UPDATES, 'too many changes of this registration');
  }

  private async count(counter: string, limit: Limit, fault: string): Promise<void> {
    try {
      await this.throttle.take(new Map([[counter, limit]]));
    } catch (cause) {
      if (!(cause instanceof TooManyAttemptsError)) throw cause;
      throw tooMany(`${fault}: try again later`, cause.retryAfterSeconds, cause);
    }
  }
}

function tooMany(description: string, retryAfter: number, cause?: unknown): OAuthError {
  return new OAuthError('temporarily_unavailable', description, {
    cause,
    status: 429,
    headers: { 'retry-after': String(retryAfter) },
  });
}
