import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, type Repository } from 'typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import { Settings } from '../config/settings.js';
import { equalDigests, sha256 } from '../crypto/digest.js';
import { randomToken } from '../crypto/random-token.js';
import { readCookie, setCookie } from '../http/cookies.js';
import { noteUiLocales } from '../http/request-language.js';
import '../http/viewer.js';
import { sqlNow } from '../sql/now.js';
import { Interaction } from './interaction.entity.js';

/** What the interaction's steps may change. */
type Step = Partial<
  Pick<Interaction, 'loginAt' | 'isSwitchingAccount' | 'consentDecision' | 'consentUserId' | 'consentScopes'>
>;

type Change = Step & Partial<Pick<Interaction, 'consumedAt' | 'browserDigest'>>;

/** A validated authorization request. */
export interface WaitingRequest {
  readonly clientId: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What became of an interaction. `foreign` is one of another browser, or an id never given out: the two look alike. */
export type FoundInteraction =
  | { readonly state: 'foreign'; readonly interaction?: undefined }
  | { readonly state: 'open' | 'consumed' | 'expired'; readonly interaction: Interaction };

/** Owns `oauth_interactions`: requests that wait for a person, bound to the browser that made them. */
@Injectable()
export class InteractionService {
  constructor(
    @InjectRepository(Interaction) private readonly interactions: Repository<Interaction>,
    private readonly settings: Settings,
  ) {}

  /** Keeps a validated request until the person has done their steps, and binds it to this browser. */
  open(request: FastifyRequest, reply: FastifyReply, waiting: WaitingRequest): Promise<string> {
    return this.insert(sha256(this.browserId(request, reply)), waiting);
  }

  /**
   * Keeps a validated request for the browser that comes with the ticket: the one that brought it sent no cookies along
   * by which to know it again.
   */
  async park(waiting: WaitingRequest): Promise<{ id: string; ticket: string }> {
    const ticket = randomToken();
    return { id: await this.insert(sha256(ticket), waiting), ticket };
  }

  /** Binds a parked request to this browser, once. */
  async adopt(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, ticket }: { id: string; ticket: string },
  ): Promise<void> {
    const browserDigest = sha256(this.browserId(request, reply));
    await this.changeOpen(id, { browserDigest }, { browserDigest: sha256(ticket) });
  }

  private async insert(browserDigest: Buffer, { clientId, parameters }: WaitingRequest): Promise<string> {
    const id = v7();
    const createdAt = new Date();
    await this.interactions.insert({
      id,
      browserDigest,
      clientId,
      parameters: { ...parameters },
      isSwitchingAccount: false,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + this.settings.lifetimes.interaction * 1000),
    });
    return id;
  }

  /**
   * Finds the interaction if it belongs to this browser, with the state that the database's clock gives it. From then
   * on the request is answered in the language that the app wishes for.
   */
  async find(request: FastifyRequest, id: string | undefined): Promise<FoundInteraction> {
    const browser = readCookie(request, this.settings, 'browser');
    if (id === undefined || browser === undefined) return { state: 'foreign' };
    const { entities, raw } = await this.interactions
      .createQueryBuilder('interaction')
      .addSelect(`interaction.expires_at <= ${sqlNow(this.interactions.manager)}`, 'is_expired')
      .where({ id })
      .getRawAndEntities<{ is_expired: unknown }>();
    const [interaction] = entities;
    if (interaction === undefined || !equalDigests(interaction.browserDigest, sha256(browser)))
      return { state: 'foreign' };
    noteUiLocales(request, interaction.parameters['ui_locales']);
    request.isInPopup = interaction.parameters['display'] === 'popup';
    if (interaction.consumedAt !== null) return { state: 'consumed', interaction };
    return { state: Number(raw[0]?.is_expired) === 1 ? 'expired' : 'open', interaction };
  }

  /** Marks a step as done. @returns whether the interaction was still open */
  mark(id: string, step: Step): Promise<boolean> {
    return this.changeOpen(id, step);
  }

  /** Ends the interaction. True for exactly one caller. */
  consume(id: string): Promise<boolean> {
    return this.changeOpen(id, { consumedAt: new Date() });
  }

  /** One guarded UPDATE: of many that come at once, the database lets one consume the row. */
  private async changeOpen(id: string, values: Change, where: Partial<Pick<Interaction, 'browserDigest'>> = {}) {
    const { affected } = await this.interactions
      .createQueryBuilder()
      .update()
      .set(values)
      .where({ id, ...where, consumedAt: IsNull() })
      .andWhere(`expires_at > ${sqlNow(this.interactions.manager)}`)
      .execute();
    return affected === 1;
  }

  private browserId(request: FastifyRequest, reply: FastifyReply): string {
    const known = readCookie(request, this.settings, 'browser');
    if (known !== undefined && /^[A-Za-z0-9_-]{43}$/.test(known)) return known;
    const value = randomToken();
    setCookie(reply, this.settings, { name: 'browser', value });
    return value;
  }
}
