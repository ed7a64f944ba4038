import { Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import { Cursors } from '../../api/cursors.service.js';
import { type List, listOf } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { checkMayActOn } from '../../api/rights.js';
import { ConsentAdministration } from '../../consent/consent-administration.service.js';
import type { Consent } from '../../consent/consent.entity.js';
import { Problem } from '../../http/problem.js';
import { IssuedQuery } from '../issued.dto.js';
import { consentResource, ConsentResource } from './consent.resource.js';

/** `/consents` of the admin API: what users allowed apps. */
@AdminApi('consents')
export class ConsentsController {
  constructor(
    private readonly consents: ConsentAdministration,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Operation({
    id: 'listConsents',
    summary: 'What users allowed apps, the newest first',
    scope: 'admin:consents:read',
    answer: { status: 200, type: ConsentResource, isList: true },
    problems: ['invalid-cursor'],
  })
  async list(@Query() { limit, cursor, user_id, client_id }: IssuedQuery): Promise<List<ConsentResource>> {
    const filter = { userId: user_id, clientId: client_id };
    const list = { list: 'consents', ...filter };
    const page = await this.consents.page(filter, { limit, after: this.cursors.open(list, cursor) });
    return listOf(page, consentResource, (position) => this.cursors.make(list, position));
  }

  @Get(':id')
  @Operation({
    id: 'getConsent',
    summary: 'What one user allowed one app',
    scope: 'admin:consents:read',
    answer: { status: 200, type: ConsentResource },
    problems: ['not-found'],
  })
  async get(@Param('id') id: string): Promise<ConsentResource> {
    return consentResource(await this.one(id));
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    id: 'withdrawConsent',
    summary: 'Disconnect an app from a user: its tokens end, and it has to ask again',
    scope: 'admin:consents:write',
    isDestructive: true,
    answer: { status: 204 },
    problems: ['not-found', 'forbidden'],
  })
  async withdraw(@Param('id') id: string, @CalledBy() caller: Caller): Promise<void> {
    const consent = await this.one(id);
    if (consent.user === undefined) throw new Problem('not-found');
    checkMayActOn(caller, consent.user.role);
    await this.consents.withdraw(consent);
  }

  private async one(id: string): Promise<Consent> {
    const consent = await this.consents.find(id);
    if (consent === undefined) throw new Problem('not-found');
    return consent;
  }
}
