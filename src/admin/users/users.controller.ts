import { Body, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AdminApi } from '../../api/admin-api.decorator.js';
import { CalledBy, type Caller } from '../../api/caller.js';
import { Cursors } from '../../api/cursors.service.js';
import { checkIfMatch, sendEntityTag } from '../../api/entity-tags.js';
import { type List, listOf } from '../../api/list.js';
import { Operation } from '../../api/operation.decorator.js';
import { orderOf } from '../../api/order.js';
import { ADMIN_API } from '../../protocol/admin-scope.js';
import { USER_ORDERS, UserDirectory } from '../../users/user-directory.service.js';
import { NewUser, UserPatch, UserQuery } from './user.dto.js';
import { userResource, UserResource } from './user.resource.js';
import { UserDeletion } from './user-deletion.service.js';
import { AdminUsers } from './users.service.js';

/** `/users` of the admin API. */
@AdminApi('users')
export class UsersController {
  constructor(
    private readonly users: AdminUsers,
    private readonly deletion: UserDeletion,
    private readonly directory: UserDirectory,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @Operation({
    id: 'listUsers',
    summary: 'Users, the newest first unless sorted otherwise',
    scope: 'admin:users:read',
    answer: { status: 200, type: UserResource, isList: true },
    problems: ['invalid-cursor'],
  })
  async list(@Query() { limit, cursor, sort, ...filter }: UserQuery): Promise<List<UserResource>> {
    const list = { list: 'users', sort, ...filter };
    const after = this.cursors.open(list, cursor);
    const page = await this.directory.page(filter, { order: orderOf(sort, USER_ORDERS), limit, after });
    return listOf(page, userResource, (position) => this.cursors.make(list, position));
  }

  @Get(':id')
  @Operation({
    id: 'getUser',
    summary: 'One user',
    scope: 'admin:users:read',
    answer: { status: 200, type: UserResource, hasEntityTag: true },
    problems: ['not-found'],
  })
  async get(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<UserResource> {
    const user = await this.users.one(id);
    sendEntityTag(reply, user);
    return userResource(user);
  }

  @Post()
  @HttpCode(201)
  @Operation({
    id: 'createUser',
    summary: 'Make a user with a password',
    scope: 'admin:users:write',
    changesPower: true,
    answer: { status: 201, type: UserResource, hasEntityTag: true },
    problems: ['conflict'],
  })
  async create(@Body() body: NewUser, @Res({ passthrough: true }) reply: FastifyReply): Promise<UserResource> {
    const user = await this.users.create(body);
    sendEntityTag(reply, user);
    reply.header('location', `${ADMIN_API}/users/${user.id}`);
    return userResource(user);
  }

  @Patch(':id')
  @Operation({
    id: 'updateUser',
    summary: 'Change a user: claims, status, role',
    description: 'An absent member stays as it is. Disabling a user, or another role, ends all of their logins.',
    scope: 'admin:users:write',
    changesPower: 'sometimes',
    needsEntityTag: true,
    answer: { status: 200, type: UserResource, hasEntityTag: true },
    problems: ['not-found', 'forbidden'],
  })
  async update(
    @Param('id') id: string,
    @Body() patch: UserPatch,
    @CalledBy() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserResource> {
    const user = await this.users.one(id);
    checkIfMatch(request, user);
    const changed = await this.users.change(caller, user, patch);
    sendEntityTag(reply, changed);
    return userResource(changed);
  }

  @Delete(':id')
  @HttpCode(204)
  @Operation({
    id: 'deleteUser',
    summary: 'Delete a user with their apps, consents and tokens, for good',
    scope: 'admin:users:write',
    isDestructive: true,
    needsEntityTag: true,
    answer: { status: 204 },
    problems: ['not-found', 'forbidden'],
  })
  async delete(@Param('id') id: string, @CalledBy() caller: Caller, @Req() request: FastifyRequest): Promise<void> {
    const user = await this.users.one(id);
    checkIfMatch(request, user);
    await this.deletion.delete(caller, user);
  }

  @Post(':id/sign-out')
  @HttpCode(204)
  @Operation({
    id: 'signOutUser',
    summary: 'End every login of a user, in browsers and in apps',
    scope: 'admin:sessions:write',
    isDestructive: true,
    answer: { status: 204 },
    problems: ['not-found', 'forbidden'],
  })
  async signOut(@Param('id') id: string, @CalledBy() caller: Caller): Promise<void> {
    await this.users.signOut(caller, await this.users.one(id));
  }

  @Post(':id/reset-password')
  @HttpCode(204)
  @Operation({
    id: 'resetPasswordOfUser',
    summary: 'Mail a user a link for a new password, and end all of their logins',
    description: 'The link works once, for 30 minutes. The old password works until the new one is set.',
    scope: 'admin:users:write',
    isDestructive: true,
    answer: { status: 204 },
    problems: ['not-found', 'forbidden', 'conflict'],
  })
  async resetPassword(@Param('id') id: string, @CalledBy() caller: Caller): Promise<void> {
    await this.users.resetPassword(caller, await this.users.one(id));
  }
}
