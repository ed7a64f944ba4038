import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { v7 } from 'uuid';
import type { AuditAction } from '../audit/audit-actions.js';
import type { AuditDetails } from '../audit/audit-event.entity.js';
import { AuditLog } from '../audit/audit-log.service.js';
import type { RegisteredClient } from '../clients/registered-client.js';
import { stillDefined } from '../protocol/custom-scope.js';
import { ScopeCatalogue } from '../scopes/scope-catalogue.service.js';
import { inserted } from '../sql/inserted.js';
import { Consent } from './consent.entity.js';
import { rememberDecision, type RememberedConsent, type ScopeDecision } from './remembered-consent.js';

type ConsentAct = Extract<AuditAction, `consent.${string}`>;

const PAGE_SIZE = 20;
const ATTEMPTS = 5;

/** Some of what a user allowed, newest first, with the apps and their owners. */
export interface ConsentPage {
  readonly consents: readonly Consent[];
  readonly total: number;
  readonly size: number;
}

/** Owns `oauth_consents`: what users allowed apps. */
@Injectable()
export class ConsentService {
  constructor(
    @InjectRepository(Consent) private readonly consents: Repository<Consent>,
    private readonly audit: AuditLog,
    private readonly catalogue: ScopeCatalogue,
  ) {}

  /** What the user allowed this app before, of what still exists. One SELECT; one more, or none, for custom scopes. */
  async find(userId: string, clientRowId: string): Promise<RememberedConsent | undefined> {
    return this.standing(await this.stored(userId, clientRowId));
  }

  private async stored(userId: string, clientRowId: string): Promise<Consent | undefined> {
    const query = this.consents.createQueryBuilder('consent').where({ userId, clientRowId });
    return (await query.getOne()) ?? undefined;
  }

  /**
   * Remembers a decision. Written only over the row that it was made from: of two tabs that decide at once, the second
   * reads again, so neither loses the other's answer.
   */
  async decide(userId: string, client: RegisteredClient, decision: ScopeDecision): Promise<void> {
    const key = { userId, clientRowId: client.rowId };
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const before = await this.stored(userId, client.rowId);
      const after = rememberDecision(await this.standing(before), decision, client.snapshot);
      const values = {
        grantedScopes: [...after.grantedScopes],
        refusedScopes: [...after.refusedScopes],
        clientSnapshot: after.clientSnapshot,
        updatedAt: new Date(),
      };
      const isWritten =
        before === undefined
          ? await inserted(() => this.consents.insert({ ...key, id: v7(), ...values, createdAt: values.updatedAt }))
          : await this.replace(before, values);
      if (isWritten) return this.note('consent.granted', client.clientId, { scopes: decision.allowed });
    }
    throw new Error('a consent kept changing while it was written');
  }

  /** Forgets what the user allowed this app: it has to ask again. */
  async remove({ userId, clientRowId, client }: Consent): Promise<void> {
    const { affected } = await this.consents.delete({ userId, clientRowId });
    if (affected !== 0) await this.note('consent.withdrawn', client?.clientId ?? clientRowId, { userId });
  }

  /** The user said no, this time. */
  async noteRefusal(clientId: string): Promise<void> {
    await this.note('consent.refused', clientId);
  }

  private note(action: ConsentAct, clientId: string, details: AuditDetails = {}): Promise<void> {
    return this.audit.record({ action, target: { type: 'client', id: clientId }, details });
  }

  /** What the user allowed, a page of twenty at a time, from 1. Two statements however much it is. */
  async listOf(userId: string, page: number): Promise<ConsentPage> {
    const [consents, total] = await this.withApp()
      .where({ userId })
      .orderBy('consent.id', 'DESC')
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE)
      .getManyAndCount();
    return { consents, total, size: PAGE_SIZE };
  }

  /** One of the user's consents with its app; somebody else's is not found. */
  async owned(userId: string, id: string): Promise<Consent | undefined> {
    return (await this.withApp().where({ id, userId }).getOne()) ?? undefined;
  }

  /** How many people allowed this app something. */
  countOf(clientRowId: string): Promise<number> {
    return this.consents.countBy({ clientRowId });
  }

  /** Nothing was allowed of a scope that was made later under the name of one that is gone. */
  private async standing(consent: Consent | undefined): Promise<RememberedConsent | undefined> {
    if (consent === undefined) return undefined;
    const { grantedScopes, refusedScopes, clientSnapshot, updatedAt } = consent;
    const defined = await this.catalogue.among([...grantedScopes, ...refusedScopes]);
    return {
      grantedScopes: stillDefined(grantedScopes, updatedAt, defined),
      refusedScopes: stillDefined(refusedScopes, updatedAt, defined),
      clientSnapshot,
    };
  }

  private withApp() {
    return this.consents
      .createQueryBuilder('consent')
      .innerJoinAndSelect('consent.client', 'client')
      .leftJoin('client.owner', 'owner')
      .addSelect(['owner.id', 'owner.username', 'owner.employeeId']);
  }

  /** One guarded UPDATE. What is compared is the text that was read, so two writes of one moment are told apart too. */
  private async replace(before: Consent, values: Partial<Consent>): Promise<boolean> {
    const { affected } = await this.consents
      .createQueryBuilder()
      .update()
      .set(values)
      .where('id = :id AND granted_scopes = :granted AND refused_scopes = :refused AND updated_at = :updatedAt', {
        id: before.id,
        granted: JSON.stringify(before.grantedScopes),
        refused: JSON.stringify(before.refusedScopes),
        updatedAt: before.updatedAt.getTime(),
      })
      .execute();
    return affected === 1;
  }
}
