import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { AnswerCache, type CacheMode } from './answer-cache.js';
import { HostResolver } from './host-resolver.js';
import type { OutboundAnswer } from './outbound-answer.js';
import { OutboundError } from './outbound-error.js';
import { OutboundMetrics } from './outbound-metrics.js';
import { OUTBOUND_PURPOSES, type OutboundPurpose } from './outbound-purpose.js';
import { type OutboundRequest, send } from './send.js';
import { Slots } from './slots.js';
import { checkAddresses, checkedTarget, hostOf, isAddress } from './target.js';

/** Milliseconds for everything: waiting for a slot, name, connection, TLS, the last byte of the answer. */
const DEADLINE_MS = 5_000;

export interface GetOptions {
  readonly accept?: string;
  readonly purpose?: OutboundPurpose;
  /**
   * `use`: an answer that is still fresh will do. `renew`: ask again, and keep the answer. `failures`: only what went
   * wrong is kept, for some seconds. In all of them, requests at one time are one request. Absent: none of it.
   */
  readonly cache?: CacheMode;
}

export interface PostOptions {
  readonly contentType: string;
  readonly content: string;
  readonly purpose?: OutboundPurpose;
  /** Besides those that every request has; names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The one client for everything that is fetched from a URL that someone registered (attack A30): key sets, request
 * objects, sector identifiers, logout deliveries. What it refuses and what it bounds: docs/adr/0026.
 */
@Injectable()
export class Outbound {
  private readonly isDevelopment: boolean;
  /** Each purpose has its own: what any stranger can cause (`request_uri`) takes nothing from key sets or logouts. */
  private readonly slots = Object.fromEntries(OUTBOUND_PURPOSES.map((purpose) => [purpose, new Slots()])) as Readonly<
    Record<OutboundPurpose, Slots>
  >;
  private readonly cache = new AnswerCache();

  constructor(
    { issuer }: Settings,
    private readonly resolver: HostResolver,
    private readonly metrics: OutboundMetrics,
  ) {
    // An http issuer is on this machine (src/config/issuer.ts), and so are the apps of whoever develops there.
    this.isDevelopment = issuer.startsWith('http:');
  }

  /**
   * Whether a URL may be asked, as far as it tells itself: its host's addresses are looked up at every request.
   * @throws OutboundError `url`, `address`
   */
  check(text: string): void {
    const url = checkedTarget(text, this.isDevelopment);
    const host = hostOf(url);
    if (isAddress(host)) checkAddresses([host], url, this.isDevelopment);
  }

  /**
   * Fetches a document. The status is the caller's business (`requireOk`).
   * @throws OutboundError
   */
  async get(url: string, { accept = '*/*', purpose = 'other', cache }: GetOptions = {}): Promise<OutboundAnswer> {
    const fetch = () => this.request(url, { method: 'GET', headers: { accept } }, purpose);
    return cache === undefined ? fetch() : this.cache.get(`${accept} ${url}`, fetch, cache);
  }

  /**
   * Delivers something.
   * @throws OutboundError
   */
  async post(
    url: string,
    { contentType, content, purpose = 'other', headers: more }: PostOptions,
  ): Promise<OutboundAnswer> {
    const headers = {
      ...more,
      accept: '*/*',
      'content-type': contentType,
      'content-length': String(Buffer.byteLength(content)),
    };
    return this.request(url, { method: 'POST', headers, content }, purpose);
  }

  private async request(url: string, request: OutboundRequest, purpose: OutboundPurpose): Promise<OutboundAnswer> {
    const startedAt = performance.now();
    const note = (outcome: Parameters<OutboundMetrics['note']>[1]) =>
      this.metrics.note(purpose, outcome, (performance.now() - startedAt) / 1000);
    try {
      const answer = await this.bounded(url, request, purpose);
      note('answered');
      return answer;
    } catch (error) {
      note(error instanceof OutboundError ? error.reason : 'connection');
      throw error;
    }
  }

  private async bounded(text: string, request: OutboundRequest, purpose: OutboundPurpose): Promise<OutboundAnswer> {
    const url = checkedTarget(text, this.isDevelopment);
    const signal = AbortSignal.timeout(DEADLINE_MS);
    try {
      return await this.slots[purpose].run(url.host, signal, async () => {
        const addresses = await this.addressesOf(url, signal);
        checkAddresses(addresses, url, this.isDevelopment);
        return send(url, addresses, request, signal);
      });
    } catch (error) {
      throw outboundError(error, signal);
    }
  }

  private async addressesOf(url: URL, signal: AbortSignal): Promise<readonly string[]> {
    const host = hostOf(url);
    if (isAddress(host)) return [host];
    try {
      return await this.resolver.resolve(host, signal);
    } catch (cause) {
      throw new OutboundError('name', 'its host has no address, or no name server knows it', { cause });
    }
  }
}

/** The same error in words for the app's owner; what Node or a name server said is kept as its cause. */
function outboundError(error: unknown, signal: AbortSignal): OutboundError {
  if (signal.aborted) {
    return new OutboundError('timeout', `it took longer than ${DEADLINE_MS / 1000} seconds`, { cause: error });
  }
  if (error instanceof OutboundError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /CERT|SIGNATURE|CHAIN/.test(code)
    ? new OutboundError('certificate', 'its certificate is not for this host, out of date, or of no known authority', {
        cause: error,
      })
    : new OutboundError('connection', 'no connection could be made, or it broke off', { cause: error });
}
