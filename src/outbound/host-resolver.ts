import { Injectable } from '@nestjs/common';
import { Resolver } from 'node:dns/promises';

/** Milliseconds for one question to one name server. */
const QUERY_TIMEOUT_MS = 2_000;
const TRIES = 2;
/** A name with more addresses than this is not a web server's. */
const MAX_ADDRESSES = 16;

/**
 * Asks name servers for the addresses of a host. Not through `getaddrinfo`: that keeps a thread of a pool of four, which
 * password hashing needs, for as long as somebody else's name server likes to think.
 */
@Injectable()
export class HostResolver {
  /**
   * Every IPv4 and IPv6 address.
   * @param signal gives the question up
   * @throws Error when there is none
   */
  async resolve(host: string, signal: AbortSignal): Promise<readonly string[]> {
    // RFC 6761 §6.3: names below localhost are this machine, and name servers must not be asked for them.
    if (/(^|\.)localhost\.?$/i.test(host)) return ['127.0.0.1', '::1'];
    const resolver = new Resolver({ timeout: QUERY_TIMEOUT_MS, tries: TRIES });
    const cancel = () => resolver.cancel();
    signal.addEventListener('abort', cancel);
    try {
      const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
      const addresses = [v4, v6].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
      if (addresses.length > 0) return addresses.slice(0, MAX_ADDRESSES);
      throw new Error('the name has no address', { cause: v4.status === 'rejected' ? v4.reason : undefined });
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }
}
