import { Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import { Cursors } from '../../api/cursors.service.js';
import { type List, listOf } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { checkMayActOn } from '../../api/rights.js';
import { Problem } from '../../http/problem.js';
import { GrantAdministration } from '../../token/grant-administration.service.js';
import type { Grant } from '../../token/grant.entity.js';
import { IssuedQuery } from '../issued.dto.js';
import { grantResource, GrantResource } from './grant.resource.js';

/** `/grants` of the admin API: what apps may do on behalf of users at this moment. */
@AdminApi('grants')
export class GrantsController {
  constructor(
    private readonly grants: GrantAdministration,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Operation({
    id: 'listGrants',
    summary: 'Authorizations that are good for something now, the newest first',
    description: 'One that was revoked, ended, or belongs to a disabled user or a suspended app is not among them.',
    scope: 'admin:grants:read',
    answer: { status: 200, type: GrantResource, isList: true },
    problems: ['invalid-cursor'],
  })
  async list(@Query() { limit, cursor, user_id, client_id }: IssuedQuery): Promise<List<GrantResource>> {
    const filter = { userId: user_id, clientId: client_id };
    const list = { list: 'grants', ...filter };
    const page = await this.grants.page(filter, { limit, after: this.cursors.open(list, cursor) });
    return listOf(page, grantResource, (position) => this.cursors.make(list, position));
  }

  @Get(':id')
  @Operation({
    id: 'getGrant',
    summary: 'One authorization that is good for something now',
    scope: 'admin:grants:read',
    answer: { status: 200, type: GrantResource },
    problems: ['not-found'],
  })
  async get(@Param('id') id: string): Promise<GrantResource> {
    return grantResource(await this.one(id));
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    id: 'revokeGrant',
    summary: 'End an authorization with all of its tokens',
    description: 'The app may ask for another one, and gets it while the user still allows it: see `withdrawConsent`.',
    scope: 'admin:grants:write',
    isDestructive: true,
    answer: { status: 204 },
    problems: ['not-found', 'forbidden'],
  })
  async revoke(@Param('id') id: string, @CalledBy() caller: Caller): Promise<void> {
    const { user } = await this.one(id);
    if (user === undefined) throw new Problem('not-found');
    checkMayActOn(caller, user.role);
    // Somebody else ended it a moment ago, if not we: what was wanted is true.
    await this.grants.revoke(id);
  }

  private async one(id: string): Promise<Grant> {
    const grant = await this.grants.find(id);
    if (grant === undefined) throw new Problem('not-found');
    return grant;
  }
}
