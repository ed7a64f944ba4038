import { Injectable } from '@nestjs/common';
import { OutboundFailures } from '../clients/outbound-failures.service.js';
import type { RegisteredClient } from '../clients/registered-client.js';
import { requireOk } from '../outbound/outbound-answer.js';
import { OutboundError } from '../outbound/outbound-error.js';
import { Outbound } from '../outbound/outbound.service.js';
import { OAuthError } from '../protocol/oauth-error.js';
import { isAsDigested, parseRequestUri } from '../protocol/request-uri.js';
import { networkOf } from '../throttle/network.js';
import { type Limit, ThrottleService, TooManyAttemptsError } from '../throttle/throttle.service.js';

/** Addresses that one network may have asked, whichever app's: anybody may send an authorization request (attack A42). */
const PER_NETWORK: Limit = { points: 1_000, seconds: 15 * 60 };
const ACCEPT = 'application/oauth-authz-req+jwt, application/jwt';
/** At most 64 KiB each. */
const MAX_KEPT = 100;

/** Fetches request objects (OpenID Connect Core §6.2) from where their apps registered them. */
@Injectable()
export class RequestUris {
  /** What has the digest that its address names: it never changes. */
  private readonly kept = new Map<string, string>();

  constructor(
    private readonly outbound: Outbound,
    private readonly failures: OutboundFailures,
    private readonly throttle: ThrottleService,
  ) {}

  /**
   * The request object at a registered address. Why it cannot be had is for the app's owner, not for the answer.
   * @param address of whoever sent the authorization request
   * @throws OAuthError `invalid_request_uri`, `temporarily_unavailable`
   */
  async fetch(requestUri: string, client: RegisteredClient, address: string): Promise<string> {
    const uri = parseRequestUri(requestUri, client.metadata.request_uris ?? []);
    const key = `${client.rowId} ${requestUri}`;
    const kept = this.kept.get(key);
    if (kept !== undefined) return kept;
    await this.count(address);
    const content = await this.contentAt(uri.url, client);
    const text = content.toString('latin1').trim();
    if (isAsDigested(content, uri)) this.keep(key, text);
    return text;
  }

  private async count(address: string): Promise<void> {
    try {
      await this.throttle.take(new Map([[`request-uri:${networkOf(address)}`, PER_NETWORK]]));
    } catch (cause) {
      if (!(cause instanceof TooManyAttemptsError)) throw cause;
      const description = 'too many requests with a request_uri came from this network: try again later';
      throw new OAuthError('temporarily_unavailable', description, { cause, status: 429 });
    }
  }

  private async contentAt(url: string, client: RegisteredClient): Promise<Buffer> {
    try {
      const use = { purpose: 'request_uri', url } as const;
      const { body } = await this.failures.watch(client, use, async () =>
        requireOk(await this.outbound.get(url, { accept: ACCEPT, purpose: 'request_uri', cache: 'failures' })),
      );
      return body;
    } catch (cause) {
      if (!(cause instanceof OutboundError)) throw cause;
      const description = 'request_uri could not be read; the page of the app says why';
      throw new OAuthError('invalid_request_uri', description, { cause });
    }
  }

  private keep(key: string, text: string): void {
    this.kept.set(key, text);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MAX_KEPT && oldest !== undefined) this.kept.delete(oldest);
  }
}
