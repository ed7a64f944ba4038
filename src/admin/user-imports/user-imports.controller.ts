import { Body, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import { Cursors } from '../../api/cursors.service.js';
import { type List, listOf } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { UserImports } from '../../import/user-imports.service.js';
import { ADMIN_API } from '../../protocol/admin-scope.js';
import { NewUserImport, NextPart, UserImportErrorQuery, UserImportQuery } from './user-import.dto.js';
import {
  userImportErrorResource,
  UserImportErrorResource,
  userImportResource,
  UserImportResource,
} from './user-import.resource.js';
import { AdminUserImports } from './user-imports.service.js';

const NEWEST_FIRST = { by: 'id', direction: 'DESC' } as const;

/** `/user-imports` of the admin API. */
@AdminApi('user-imports')
export class UserImportsController {
  constructor(
    private readonly admin: AdminUserImports,
    private readonly imports: UserImports,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Operation({
    id: 'listUserImports',
    summary: 'Imports of users, the newest first',
    scope: 'admin:users:read',
    answer: { status: 200, type: UserImportResource, isList: true },
    problems: ['invalid-cursor'],
  })
  async list(@Query() { limit, cursor }: UserImportQuery): Promise<List<UserImportResource>> {
    const list = { list: 'user-imports' };
    const page = await this.imports.page(NEWEST_FIRST, limit, this.cursors.open(list, cursor));
    return listOf(page, userImportResource, (position) => this.cursors.make(list, position));
  }

  @Get(':id')
  @Operation({
    id: 'getUserImport',
    summary: 'One import of users: how far it is, and what has come of it',
    scope: 'admin:users:read',
    answer: { status: 200, type: UserImportResource },
    problems: ['not-found'],
  })
  async get(@Param('id') id: string): Promise<UserImportResource> {
    return userImportResource(await this.admin.one(id));
  }

  @Get(':id/errors')
  @Operation({
    id: 'listUserImportErrors',
    summary: 'Why rows made no user, in the order of the rows; of the first 10,000 such rows',
    scope: 'admin:users:read',
    answer: { status: 200, type: UserImportErrorResource, isList: true },
    problems: ['not-found', 'invalid-cursor'],
  })
  async errors(
    @Param('id') id: string,
    @Query() { limit, cursor }: UserImportErrorQuery,
  ): Promise<List<UserImportErrorResource>> {
    const list = { list: 'user-import-errors', id };
    const after = this.cursors.open(list, cursor);
    const page = await this.imports.errorsOf(await this.admin.one(id), limit, after);
    return listOf(page, userImportErrorResource, (position) => this.cursors.make(list, position));
  }

  @Post()
  @HttpCode(201)
  @Operation({
    id: 'createUserImport',
    summary: 'Import users from a file; it is worked off in the background',
    description: 'A larger file comes in parts: `has_more` here, the others at `/parts`. Not for support.',
    scope: 'admin:users:write',
    changesPower: true,
    answer: { status: 201, type: UserImportResource },
    problems: ['forbidden'],
  })
  async create(
    @Body() body: NewUserImport,
    @CalledBy() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserImportResource> {
    const of = await this.admin.begin(caller, body);
    reply.header('location', `${ADMIN_API}/user-imports/${of.id}`);
    return userImportResource(of);
  }

  @Post(':id/parts')
  @HttpCode(200)
  @Operation({
    id: 'addUserImportPart',
    summary: 'Upload the next part of a file; the last one starts the work',
    scope: 'admin:users:write',
    answer: { status: 200, type: UserImportResource },
    problems: ['not-found', 'conflict', 'forbidden'],
  })
  async addPart(
    @Param('id') id: string,
    @Body() body: NextPart,
    @CalledBy() caller: Caller,
  ): Promise<UserImportResource> {
    return userImportResource(await this.admin.append(caller, id, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    id: 'deleteUserImport',
    summary: 'Stop an import and forget it with its errors; users that it made stay',
    scope: 'admin:users:write',
    isDestructive: true,
    answer: { status: 204 },
    problems: ['not-found', 'forbidden'],
  })
  async delete(@Param('id') id: string, @CalledBy() caller: Caller): Promise<void> {
    await this.admin.remove(caller, id);
  }
}
