import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import { Cursors } from '../../api/cursors.service.js';
import { type List, listOf } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { PageQuery } from '../../api/page.dto.js';
import { BulkOperations } from '../../bulk/bulk-operations.service.js';
import { UserDirectory } from '../../users/user-directory.service.js';
import { ADMIN_API } from '../../protocol/admin-scope.js';
import { AdminBulk } from './admin-bulk.service.js';
import { USER_RIGHTS } from './bulk-actions.js';
import { UserBulkOrder } from './bulk-order.dto.js';
import { BulkOperationDetail, bulkOperationResource, BulkOperationResource } from './bulk.resource.js';

const RESOURCE = 'users';

/** `/bulk/users` of the admin API: the same act on many users. */
@AdminApi('bulk/users')
export class UserBulkController {
  constructor(
    private readonly bulk: AdminBulk,
    private readonly operations: BulkOperations,
    private readonly directory: UserDirectory,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Operation({
    id: 'listUserBulkOperations',
    summary: 'Acts on many users, the newest first; each for 30 days',
    scope: 'admin:users:read',
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
    id: 'getUserBulkOperation',
    summary: 'How far an act on many users is, and what failed',
    scope: 'admin:users:read',
    answer: { status: 200, type: BulkOperationDetail },
    problems: ['not-found'],
  })
  get(@Param('id') id: string): Promise<BulkOperationDetail> {
    return this.bulk.detail(RESOURCE, id);
  }

  @Post()
  @HttpCode(201)
  @Operation({
    id: 'beginUserBulkOperation',
    summary: 'Disable, enable, sign out or delete many users, in the background',
    description:
      'Needs what the operation on one user needs: the same scope. Each user is judged when their turn comes.',
    scope: 'admin:users:write',
    changesPower: true,
    answer: { status: 201, type: BulkOperationDetail },
    problems: ['conflict'],
  })
  async begin(
    @Body() order: UserBulkOrder,
    @CalledBy() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BulkOperationDetail> {
    const { action, ids, filter } = order;
    const filtered = async (limit: number) => {
      const page = { order: { by: 'id', direction: 'ASC' } as const, limit };
      return (await this.directory.page(filter ?? {}, page)).rows.map(({ id }) => id);
    };
    const begun = await this.bulk.begin(caller, {
      resource: RESOURCE,
      action,
      options: {},
      rights: USER_RIGHTS[action],
      ids,
      filtered: filter && filtered,
    });
    reply.header('location', `${ADMIN_API}/bulk/${RESOURCE}/${begun.id}`);
    return begun;
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Operation({
    id: 'cancelUserBulkOperation',
    summary: 'Stop an act on many users; what is done stays done',
    scope: 'admin:users:write',
    answer: { status: 200, type: BulkOperationDetail },
    problems: ['not-found', 'forbidden', 'conflict'],
  })
  cancel(@Param('id') id: string, @CalledBy() caller: Caller): Promise<BulkOperationDetail> {
    return this.bulk.cancel(caller, RESOURCE, id);
  }
}
