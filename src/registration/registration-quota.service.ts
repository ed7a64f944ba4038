import { Injectable } from '@nestjs/common';
import { ClientService } from '../clients/client.service.js';
import { OAuthError } from '../protocol/oauth-error.js';
import { networkOf } from '../throttle/network.js';
import { type Limit, ThrottleService, TooManyAttemptsError } from '../throttle/throttle.service.js';

/** Registrations that one network may make without a token. */
const PER_NETWORK: Limit = { points: 20, seconds: 60 * 60 };
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
    try {
      await this.throttle.take(new Map([[`register:${networkOf(address)}`, PER_NETWORK]]));
    } catch (cause) {
      if (!(cause instanceof TooManyAttemptsError)) throw cause;
      throw tooMany('too many registrations from this network: try again later', cause.retryAfterSeconds, cause);
    }
    if ((await this.clients.countUnused()) < MAX_UNUSED) return;
    throw tooMany('too many registered apps were never used: try again later', RETRY_WHEN_FULL);
  }
}

function tooMany(description: string, retryAfter: number, cause?: unknown): OAuthError {
  return new OAuthError('temporarily_unavailable', description, {
    cause,
    status: 429,
    headers: { 'retry-after': String(retryAfter) },
  });
}
