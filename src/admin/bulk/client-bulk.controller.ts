import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import { Cursors } from '../../api/cursors.service.js';
import { type List, listOf } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { PageQuery } from '../../api/page.dto.js';
import { BulkOperations } from '../../bulk/bulk-operations.service.js';
import { ClientAdministration } from '../../clients/client-administration.service.js';
import { ADMIN_API } from '../../protocol/admin-scope.js';
import { AdminBulk } from './admin-bulk.service.js';
import { CLIENT_RIGHTS } from './bulk-actions.js';
import { ClientBulkOrder } from './bulk-order.dto.js';
import { BulkOperationDetail, bulkOperationResource, BulkOperationResource } from './bulk.resource.js';

const RESOURCE = 'clients';

/** `/bulk/clients` of the admin API: the same act on many apps. */
@AdminApi('bulk/clients')
export class ClientBulkController {
  constructor(
    private readonly bulk: AdminBulk,
    private readonly operations: BulkOperations,
    private readonly directory: ClientAdministration,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Operation({
    id: 'listClientBulkOperations',
    summary: 'Acts on many apps, the newest first; each for 30 days',
    scope: 'admin:clients:read',
    answer: { status: 200, type: BulkOperationResource, isList: true },
    problems: ['invalid-cursor'],
  })
  async list(@Query() { limit, cursor }: PageQuery): Promise<List<BulkOperationResource>> {
    const list = { list: 'bulk', resource: RESOURCE };
    const page = await this.operations.page(RESOURCE, { limit, after: this.cursors.open(list, cursor) });
    return listOf(page, bulkOperationResource, (position) => this.cursors.make(list, position));
  }

  @Get(':id')
  @Operation({
    id: 'getClientBulkOperation',
    summary: 'How far an act on many apps is, and what failed',
    scope: 'admin:clients:read',
    answer: { status: 200, type: BulkOperationDetail },
    problems: ['not-found'],
  })
  get(@Param('id') id: string): Promise<BulkOperationDetail> {
    return this.bulk.detail(RESOURCE, id);
  }

  @Post()
  @HttpCode(201)
  @Operation({
    id: 'beginClientBulkOperation',
    summary: 'Suspend, reinstate, vouch for or delete many apps, or revoke their tokens, in the background',
    description:
      'Needs what the operation on one app needs: the same scope (for `revoke_tokens` that of `revokeTokens`). Each app is judged when its turn comes.',
    scope: 'admin:clients:write',
    changesPower: true,
    answer: { status: 201, type: BulkOperationDetail },
    problems: ['conflict'],
  })
  async begin(
    @Body() order: ClientBulkOrder,
    @CalledBy() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BulkOperationDetail> {
    const { action, ids, filter, reason } = order;
    const filtered = async (limit: number) => {
      const { is_verified: isVerified, owner: ownerEmployeeId, ...same } = filter ?? {};
      const page = { order: { by: 'id', direction: 'ASC' } as const, limit };
      const { rows } = await this.directory.page({ ...same, isVerified, ownerEmployeeId }, page);
      return rows.map(({ clientId }) => clientId);
    };
    const begun = await this.bulk.begin(caller, {
      resource: RESOURCE,
      action,
      options: reason === undefined ? {} : { reason },
      rights: CLIENT_RIGHTS[action],
      ids,
      filtered: filter && filtered,
    });
    reply.header('location', `${ADMIN_API}/bulk/${RESOURCE}/${begun.id}`);
    return begun;
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Operation({
    id: 'cancelClientBulkOperation',
    summary: 'Stop an act on many apps; what is done stays done',
    scope: 'admin:clients:write',
    answer: { status: 200, type: BulkOperationDetail },
    problems: ['not-found', 'forbidden', 'conflict'],
  })
  cancel(@Param('id') id: string, @CalledBy() caller: Caller): Promise<BulkOperationDetail> {
    return this.bulk.cancel(caller, RESOURCE, id);
  }
}
